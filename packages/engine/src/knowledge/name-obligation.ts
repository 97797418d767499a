import type { Obligation } from '../model/obligation.ts';
import type { ItemCheck } from './item-check.ts';
import type { MaterialName } from './proof/say-case.ts';
import { shorten } from './yaml/read-scalar.ts';

/** An obligation by its own words: 丢失补领工本费. */
export function nameObligation(obligation: Obligation, nameOf: MaterialName): string {
  if (obligation.kind === 'material') return obligation.anyOf.map(({ material }) => nameOf(material)).join('或者');
  if (obligation.kind === 'fee') return shorten(obligation.label);
  return shorten(obligation.say ?? '地点');
}

/** An obligation by its words and its line: 第 40 行的“丢失补领工本费”. The file is named when it is another one. */
export function pointAt(
  obligation: Obligation,
  { origins, at, nameOf }: Pick<ItemCheck, 'origins' | 'at' | 'nameOf'>,
): string {
  const place = origins.get(obligation);
  const file = place === undefined || place.file === at.file ? '' : ` ${place.file} `;
  const line = place === undefined ? '' : `${file}第 ${place.line} 行的`;
  return `${line}“${nameObligation(obligation, nameOf)}”`;
}
