import type { Example } from '../model/service-item.ts';
import { compareExample } from './compare-example.ts';
import type { ItemCheck } from './item-check.ts';
import { pointAt } from './name-obligation.ts';
import { decideExample } from './proof/decide-example.ts';
import { proposeExamples } from './propose-examples.ts';

/** Plays every example and compares what the rules give with what the author expects. */
export function checkExamples({ item, space, log, origins }: ItemCheck): void {
  for (const example of item.examples) {
    const outcome = decideExample(example, space.rules);
    for (const { key, problem } of compareExample(example, outcome)) {
      const at = origins.get(placeKey(example, key)) ?? origins.get(example);
      if (at) log.error(at, 'example-fails', `例子“${example.name}”：${problem}请改例子，或改条件。`);
    }
  }
}

/** Most lines named in one warning. */
const MOST_NAMED = 3;

/** Says what no example has tried yet, one warning for each example that is missing. Returns those examples. */
export function checkMissingExamples(check: ItemCheck): readonly Example[] {
  const { log, origins, at } = check;
  return proposeExamples(check).map(({ example, tries }) => {
    const [first] = tries;
    const named = tries.slice(0, MOST_NAMED).map((obligation) => pointAt(obligation, check));
    const more = tries.length > MOST_NAMED ? `，还有 ${tries.length - MOST_NAMED} 条` : '';
    const message = `没有例子试到“${example.name}”，${named.join('、')}${more}还没有全试过；请补例子，pnpm knowledge check --propose 会写好。`;
    log.warning((first && origins.get(first)) ?? at, 'no-example', message);
    return example;
  });
}

function placeKey(example: Example, key: keyof Example['gives']): object {
  const value = example.gives[key];
  return typeof value === 'object' ? value : example.gives;
}
