import type { Obligation } from '../model/obligation.ts';
import type { Example } from '../model/service-item.ts';
import type { Answer, Situation } from '../model/situation.ts';
import type { ItemCheck } from './item-check.ts';
import { compareExample } from './compare-example.ts';

/**
 * Plays every example and compares what the rules give with what the author expects. `dead` obligations are known
 * never to hold; nobody can write an example for them.
 */
export function checkExamples(check: ItemCheck, dead: ReadonlySet<string>): void {
  const { item, book, log, origins } = check;
  const shown = new Set(dead);
  for (const example of item.examples) {
    const outcome = book.decide([item.id], situationOf(example, check.today));
    for (const line of outcome.lines) if (line.holds === 'yes') shown.add(line.obligation.id);
    for (const { key, problem } of compareExample(example, outcome)) {
      const at = origins.get(placeKey(example, key)) ?? origins.get(example);
      if (at) log.error(at, 'example-fails', `例子“${example.name}”：${problem}请改例子，或改条件。`);
    }
  }
  reportUntried(check, shown);
}

function placeKey(example: Example, key: keyof Example['gives']): object {
  const value = example.gives[key];
  return typeof value === 'object' ? value : example.gives;
}

function situationOf({ given, lacks = [] }: Example, today: string): Situation {
  const answers = Object.entries(given).map(([id, value]): [string, Answer] => [id, { is: 'known', value }]);
  return { today, answers: Object.fromEntries(answers), lacks };
}

const WORTH_AN_EXAMPLE: readonly Obligation['kind'][] = ['material', 'fee', 'ineligible', 'handoff', 'before'];

/** Whatever costs a person a trip or money should be brought out by at least one example. */
function reportUntried({ item, log, origins }: ItemCheck, shown: ReadonlySet<string>): void {
  const untried = item.obligations.filter(({ id, kind }) => WORTH_AN_EXAMPLE.includes(kind) && !shown.has(id));
  for (const obligation of untried) {
    const at = origins.get(obligation);
    if (at) log.warning(at, 'no-example', '没有一个例子会出现这一条；请补一个例子。');
  }
}
