import type { PowerAudit, Remembered } from './power-audit.ts';
import { askAgain, auditState, nothingFound, putFiles } from './power-audit.ts';
import type { Recorded } from './power-record.ts';
import type { Luck, Syncs } from './power-states.ts';
import { Disk, drawLuck } from './power-states.ts';

/** A power cut: how many events came before it, and what became of all that was not synced. */
export interface Cut {
  readonly place: number;
  readonly luck: Luck;
}

/** What came of power cuts. */
export interface CutFigures extends PowerAudit {
  readonly states: number;
  /** Of them, those in which an acknowledged turn is lost. */
  readonly losing: number;
}

/** Power cuts right behind each acknowledgement; first with nothing there that was not synced, then by chance. */
export function cutsBehind({ acknowledged }: Recorded, each: number, random: () => number): readonly Cut[] {
  return [...acknowledged.keys()].flatMap((place) =>
    Array.from({ length: each }, (_, index) => {
      const luck = drawLuck(random);
      return { place: place + 1, luck: index === 0 ? { ...luck, share: 0 } : luck };
    }),
  );
}

/** Power cuts at any moment. */
export function cutsAnywhere({ events }: Recorded, count: number, random: () => number): readonly Cut[] {
  return Array.from({ length: count }, () => {
    return { place: Math.floor(random() * (events.length + 1)), luck: drawLuck(random) };
  });
}

/** Opens what each power cut leaves, and adds up what is wrong with it. */
export async function auditCuts(recorded: Recorded, file: string, what: CutsOptions): Promise<CutFigures> {
  const sum = nothingFound();
  let [states, losing] = [0, 0];
  await forEachCut(recorded, what, async (files, remembered) => {
    putFiles(file, files);
    const found = await auditState(file, remembered);
    for (const key of Object.keys(sum) as (keyof PowerAudit)[]) sum[key] += found[key];
    states += 1;
    if (found.lost > 0) losing += 1;
    if (states % 500 === 0) console.log(`${String(states)} states`);
  });
  return { ...sum, states, losing };
}

/** Starts the server itself on what each power cut leaves, and counts the answers that differ from those given before. */
export async function askAfterCuts(recorded: Recorded, file: string, what: CutsOptions): Promise<number> {
  let different = 0;
  await forEachCut(recorded, what, async (files, remembered) => {
    putFiles(file, files);
    different += await askAgain(file, remembered);
  });
  return different;
}

/** Which power cuts, on which disk. */
export interface CutsOptions {
  readonly cuts: readonly Cut[];
  readonly syncs: Syncs;
}

/**
 * Does once more what the server did, on a disk whose power goes at these moments.
 *
 * @throws When the disk in the end is another than the server's: then the log left something out.
 */
async function forEachCut(
  { events, acknowledged, talks, files }: Recorded,
  { cuts, syncs }: CutsOptions,
  visit: (files: ReadonlyMap<string, Buffer>, remembered: Remembered) => Promise<void>,
): Promise<void> {
  const disk = new Disk(syncs);
  const told = new Map<string, number>();
  const waiting = [...cuts].sort((a, b) => b.place - a.place);
  for (let place = 0; place <= events.length; place += 1) {
    for (let cut = waiting.at(-1); cut?.place === place; cut = waiting.at(-1)) {
      waiting.pop();
      await visit(disk.after(cut.luck), { talks, acknowledged: told });
    }
    const event = events[place];
    if (event) disk.take(event);
    const turn = acknowledged.get(place);
    if (turn) told.set(turn.id, (told.get(turn.id) ?? 0) + 1);
  }
  demandSame(disk.now(), files);
}

function demandSame(ours: ReadonlyMap<string, Buffer>, real: ReadonlyMap<string, Buffer>): void {
  const names = new Set([...ours.keys(), ...real.keys()]);
  const other = [...names].filter((name) => !ours.get(name)?.equals(real.get(name) ?? Buffer.of(0)));
  if (other.length > 0) throw new Error(`The log does not lead to the files that are there: ${other.join(', ')}`);
}
