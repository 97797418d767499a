import type { Engine } from '@onetrip/engine';
import type { Talk, World } from './citizen.ts';
import { talk } from './citizen.ts';

/** How many conversations are held, and how. */
export interface TalksOptions {
  readonly count: number;
  /** Citizens who talk at the same time. */
  readonly atOnce: number;
  /** What the citizen of one conversation meets. */
  readonly world: (index: number) => World;
}

/** Holds conversations about the items of the knowledge in turn, and gives what the citizens remember of them. */
export async function holdTalks(engine: Engine, { count, atOnce, world }: TalksOptions): Promise<readonly Talk[]> {
  const { items } = engine.knowledge;
  const held: Talk[] = [];
  let next = 0;
  const citizen = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      held.push(await talk(world(index), items[index % items.length]?.title ?? ''));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, citizen));
  return held;
}
