import type { Condition } from '../model/condition.ts';
import type { MaterialObligation, Obligation } from '../model/obligation.ts';
import { createRuleBook } from '../rules/rule-book.ts';
import type { ItemCheck } from './item-check.ts';

/**
 * One paper asked for twice in the same situation: the author meant one line, or forgot to part the conditions.
 * Exact: the rules are asked whether both conditions can hold at once.
 */
export function checkDoubles(check: ItemCheck): void {
  const { item, log, origins } = check;
  const materials = item.obligations.filter((obligation) => obligation.kind === 'material');
  materials.forEach((second, index) => {
    const at = origins.get(second);
    const first = materials.slice(0, index).find((other) => areOne(other, second) && canMeet(other, second, check));
    const earlier = first && origins.get(first);
    if (!at || !earlier) return;
    const where = earlier.file === at.file ? '' : ` ${earlier.file} `;
    const message = `同一种情形下，这份材料要了两次，另一次在${where}第 ${earlier.line} 行；请合并，或把条件分开。`;
    log.warning(at, 'asked-twice', message);
  });
}

/** Alternatives of different kinds are different lines; only the very same choice is a double. */
function areOne(a: MaterialObligation, b: MaterialObligation): boolean {
  return idsOf(a) === idsOf(b);
}

function idsOf({ anyOf }: MaterialObligation): string {
  return anyOf
    .map((use) => use.material)
    .sort()
    .join();
}

function canMeet(a: MaterialObligation, b: MaterialObligation, { item, questions, starts }: ItemCheck): boolean {
  const both: Condition = { all: [a.when, b.when] };
  // Verdicts stay in front: what is refused brings nothing.
  const verdicts = item.obligations.filter(({ kind }) => kind === 'ineligible' || kind === 'handoff');
  const together: Obligation = { ...b, id: 'together', when: both };
  const book = createRuleBook({ items: [{ ...item, obligations: [...verdicts, together] }], questions });
  return starts.some((start) =>
    book.decide([item.id], start).lines.some((line) => line.obligation.id === 'together' && line.holds !== 'no'),
  );
}
