import type { ServiceItem } from '../model/service-item.ts';
import type { Sense } from '../words/everyday-words.ts';
import { childCoreOf, coreOf } from './core-of.ts';
import type { Spelling } from './spelling.ts';

/** The words of one item, spelled. */
export interface ItemWords {
  readonly title: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What its papers go through and what is done about them, by its title and aliases. */
  readonly senses: ReadonlySet<Sense>;
  /** Its names without what is said around them. */
  readonly cores: ReadonlySet<string>;
  /** Names that count only in a message about a child. */
  readonly childCores: readonly string[];
}

/** Works out the words of an item, once for everybody who spells alike: slices of a catalogue share their items. */
export function itemWords(spelling: Spelling, item: ServiceItem): ItemWords {
  return spelling.remember(item, () => workOut(spelling, item));
}

function workOut({ spell, sensesOf }: Spelling, item: ServiceItem): ItemWords {
  const aliases = item.aliases.map(spell);
  const names = [...titlesOf(item).map(spell), ...aliases];
  const childCores = names.flatMap(childCoreOf);
  return {
    title: spell(item.title),
    name: spell(item.name),
    aliases,
    senses: sensesOf(names),
    cores: new Set([...names.flatMap(coreOf), ...childCores.filter((core) => core.length > 2)]),
    childCores,
  };
}

/** 居民身份证申领、换领、补领 is a list of which only the first part holds the name. */
function titlesOf(item: ServiceItem): readonly string[] {
  return [item.name, ...item.title.split(/[、，（）()\s]/u)].filter((part) => part.length > 1);
}
