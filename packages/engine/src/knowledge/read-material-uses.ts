import type { MaterialUse } from '../model/obligation.ts';
import type { Library } from './library.ts';
import { present } from './present.ts';
import type { ConditionScope } from './read-condition.ts';
import { readOptionalNoticeText } from './read-notice-text.ts';
import type { Located } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';

const COUNT = { min: 0, max: 50, whole: true };

/** Reads `use: …` or `anyOf: [ … ]` of a material to bring: which papers, how many originals and copies. */
export function readMaterialUses(reader: MapReader, { library }: ConditionScope): readonly MaterialUse[] | undefined {
  if (!reader.has('anyOf')) {
    const use = readUse(reader, library);
    return use && [use];
  }
  if (reader.has('use')) {
    reader.log.error(reader.placeOf('use'), 'use-and-any-of', '“use”和“anyOf”只能写一个；请把它放进 anyOf 的列表里。');
    reader.optional('use');
  }
  const nodes = reader.list('anyOf');
  if (nodes.length === 1) {
    const message = '“anyOf”里只有一样，没有可选的；请改写成 use，或补上另一样。';
    reader.log.error(reader.placeOf('anyOf'), 'one-of-one', message);
  }
  const uses = nodes.flatMap((node) => readMember(node, library) ?? []);
  checkTwice(uses, reader);
  return uses.length === nodes.length && uses.length > 0 ? uses : undefined;
}

function readMember(node: Located, library: Library): MaterialUse | undefined {
  const reader = MapReader.over(node, '材料', library.log);
  if (!reader) return undefined;
  const use = readUse(reader, library);
  const note = readOptionalNoticeText(reader, 'note');
  reader.close();
  return use && present({ ...use, note });
}

function readUse(reader: MapReader, library: Library): Omit<MaterialUse, 'note'> | undefined {
  const material = reader.id('use');
  const originals = reader.optionalNumber('originals', COUNT) ?? 1;
  const copies = reader.optionalNumber('copies', COUNT) ?? 0;
  const keeps = reader.optionalOneOf('keeps', ['shown', 'handed-in', 'filled'], 'shown');
  if (originals + copies === 0) {
    reader.log.error(
      reader.at,
      'nothing-to-bring',
      '原件和复印件都是 0 份，等于不用带；请写份数，或改放到 notNeeded。',
    );
  }
  if (material === undefined || !library.materials.check(material, reader.placeOf('use'))) return undefined;
  return { material, originals, copies, keeps };
}

function checkTwice(uses: readonly MaterialUse[], reader: MapReader): void {
  const ids = uses.map((use) => use.material);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return;
  reader.log.error(reader.placeOf('anyOf'), 'listed-twice', `“anyOf”里“${twice}”写了两次；请留一个。`);
}
