import type { Input, ItemRef, Knowledge } from '@onetrip/engine';
import { plainWords } from './plain-words.ts';

/** What reading words about the trip depends on. */
export interface TripContext {
  readonly knowledge: Knowledge;
  readonly trip: readonly ItemRef[];
}

/**
 * “没有 户口簿”, “有 户口簿”, “加上 护照”, “去掉 护照”: what a page has buttons for. Only full names and aliases count;
 * everything else is left to be understood.
 */
export function readTripWords(message: string, context: TripContext): Input | undefined {
  const words = plainWords(message);
  const [, verb = '', rest = ''] = /^我?(没有|没|有|加上|再加|加|去掉|不办)\s{0,3}(.+?)了?$/su.exec(words) ?? [];
  if (context.trip.length === 0 || rest === '') return undefined;
  switch (verb) {
    case '没有':
    case '没':
      return onMaterial('lack', rest, context.knowledge);
    case '有':
      return onMaterial('have', rest, context.knowledge);
    case '去掉':
    case '不办':
      return onItem('remove', rest, context.knowledge);
    default:
      return onItem('add', rest, context.knowledge);
  }
}

function onMaterial(kind: 'lack' | 'have', name: string, { materials }: Knowledge): Input | undefined {
  const found = materials.find((material) => isNamed(name, [material.name, ...(material.aliases ?? [])]));
  return found === undefined ? undefined : { kind, material: found.id };
}

function onItem(kind: 'add' | 'remove', name: string, { items }: Knowledge): Input | undefined {
  const found = items.find((item) => isNamed(name, [item.name, item.title, ...item.aliases]));
  return found === undefined ? undefined : { kind, item: found.id };
}

function isNamed(words: string, names: readonly string[]): boolean {
  return names.some((name) => plainWords(name) === words);
}
