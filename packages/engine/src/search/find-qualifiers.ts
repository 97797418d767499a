import { isAround } from './core-of.ts';
import { ownersByCore } from './owners-by-core.ts';

/** A word that, said anywhere beside the plain name, means the other item. */
export interface Qualifier {
  readonly word: string;
  /** The item of the plain name. */
  readonly plain: number;
  /** The item of the qualified name. */
  readonly qualified: number;
}

/** Finds the names that end in another item's name, and the word that makes the difference: 临时 + 身份证. */
export function findQualifiers(cores: readonly ReadonlySet<string>[]): readonly Qualifier[] {
  const owners = ownersByCore(cores);
  const found = new Map<string, Qualifier>();
  for (const [qualified, names] of cores.entries()) {
    for (const name of names) {
      for (let cut = 2; cut < name.length - 1; cut += 1) {
        const word = name.slice(0, cut);
        for (const plain of owners.get(name.slice(cut)) ?? []) {
          const isOwn = plain === qualified || [...(cores[plain] ?? [])].some((own) => own.includes(word));
          if (!isOwn && !isAround(word)) found.set(`${word} ${plain} ${qualified}`, { word, plain, qualified });
        }
      }
    }
  }
  return [...found.values()];
}
