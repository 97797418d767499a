import type { ServiceItem } from '../model/service-item.ts';
import { coreOf } from './core-of.ts';
import type { Mention } from './mentions.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The materials of these items that a message says are lost or not there: 没有结婚证怎么离婚. */
export function findLacks(
  vocabulary: Vocabulary,
  items: readonly ServiceItem[],
  mentions: readonly Mention[],
): readonly string[] {
  const gone = mentions.filter(({ role, senses }) => role === 'absent' || (role === 'trouble' && senses.has('lost')));
  const named = new Set(
    // 不办护照了 is no lack: what is not there must itself be the name of a paper.
    gone.flatMap((mention) =>
      mention.role === 'absent' ? mention.spot.value.materials : materialsOf(vocabulary, mention),
    ),
  );
  return [...named].filter((material) => items.some((item) => usesMaterial(item, material)));
}

/** The materials a mention names, also inside an alias: 结婚证丢了. */
export function materialsOf({ findThings }: Vocabulary, { spot }: Mention): readonly string[] {
  if (spot.value.materials.length > 0) return spot.value.materials;
  return coreOf(spot.phrase).flatMap((core) => findThings(core).flatMap(({ value }) => value.materials));
}

/** Whether an item asks for a material in any case at all. */
export function usesMaterial({ obligations }: ServiceItem, material: string): boolean {
  return obligations.some(
    (obligation) => obligation.kind === 'material' && obligation.anyOf.some((use) => use.material === material),
  );
}
