import type { Example, Obligation, Question, ServiceItem } from '@onetrip/engine';
import { proveItem } from '@onetrip/engine/knowledge';
import { stringify } from 'yaml';
import { randomItem } from './random-item.ts';
import type { ItemShape } from './random-item.ts';

/** A generated item with everything a proof works on. */
export interface MadeItem {
  readonly item: ServiceItem;
  readonly questions: readonly Question[];
}

/** Generated items, each with the examples that try every branch of its conditions, as an author would have written them. */
export function makeItems(names: readonly string[], shape: ItemShape, random: () => number, today: string): MadeItem[] {
  return names.map((name) => {
    const { item, questions } = randomItem(name, shape, random);
    const { missing } = proveItem(item, questions, today);
    return { item: { ...item, examples: missing }, questions };
  });
}

/** Generated items as the texts of a knowledge folder. */
export function writeFolder(made: readonly MadeItem[]): Map<string, string> {
  const materials = new Set(made.flatMap(({ item }) => item.obligations.flatMap(materialOf)));
  const region = { id: 'demo', name: '示例市', fictional: true, hotline: '0', complaint: '1', halls: [hall] };
  return new Map([
    ['sources.yaml', stringify([{ id: 'law', grade: 'law', title: '示例条例', date: '2020-01-01' }])],
    ['authorities.yaml', stringify([{ id: 'office', name: '示例厅' }])],
    ['materials.yaml', stringify([...materials].map((id) => ({ id, name: `材料${id}`, issuer: '示例厅' })))],
    ['places/demo/region.yaml', stringify(region)],
    ...made.map(({ item, questions }): [string, string] => [
      `items/${item.domain}/${item.id}.yaml`,
      stringify(writeItem(item, questions)),
    ]),
  ]);
}

const hall = {
  id: 'hall',
  name: '示例大厅',
  address: '示例路 1 号',
  phone: '0000',
  hours: { weekly: [{ days: ['mon'], from: '09:00', to: '17:00' }] },
};

function writeItem(
  { id, title, authority, checked, obligations, examples }: ServiceItem,
  questions: readonly Question[],
) {
  return {
    id,
    title,
    name: title,
    aliases: [],
    authority,
    checked,
    questions: questions.map(({ id: question, name, ask, options }) => ({
      id: question,
      name,
      ask,
      options: options.map(({ value, label, share }) => ({ is: value, label, share })),
    })),
    materials: obligations.map(({ when, ...obligation }) => ({
      use: materialOf(obligation as Obligation)[0],
      when: writeCondition(when),
      source: 'law',
    })),
    examples: examples.map(({ name, given, gives }: Example) => ({ name, given, gives })),
  };
}

function materialOf(obligation: Obligation): readonly string[] {
  return obligation.kind === 'material' ? obligation.anyOf.map(({ material }) => material) : [];
}

function writeCondition(condition: Obligation['when']): unknown {
  if ('all' in condition) return { all: condition.all.map(writeCondition) };
  if ('any' in condition) return { any: condition.any.map(writeCondition) };
  return 'is' in condition ? { [condition.question]: condition.is } : condition;
}
