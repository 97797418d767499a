import type { Condition } from '../model/condition.ts';
import type { Obligation } from '../model/obligation.ts';
import { always, never } from '../rules/diagram.ts';
import type { Node } from '../rules/diagram.ts';
import { questionsOf } from '../rules/questions-of.ts';
import type { ItemCheck } from './item-check.ts';
import { pointAt } from './name-obligation.ts';
import { findCase } from './proof/find-case.ts';
import { isInForce } from './proof/days.ts';
import { isVerdict } from './proof/item-space.ts';
import { sayCase } from './proof/say-case.ts';
import { sayCondition } from './proof/say-condition.ts';
import type { ConditionWords } from './proof/say-condition.ts';

/** Why an obligation can never hold: its own condition contradicts itself, or verdicts always come first. */
export function explainNever(obligation: Obligation, check: ItemCheck): string {
  const { space, nameOf } = check;
  const applies = space.applies(obligation);
  const found = findCase(space, applies);
  if (found === undefined) return explainContradiction(obligation.when, check);
  const hiding = hidingVerdicts(obligation, check).map((verdict) => pointAt(verdict, check));
  return `它要“${sayCase(found, space.axes, nameOf)}”，那时先成立的总是${hiding.join('、')}；`;
}

/** Why a condition leaves nobody out. */
export function explainAlways(when: Condition, { questions, nameOf }: ItemCheck): string {
  const words = { questions, nameOf };
  if ('any' in when && when.any.length > 1) {
    return `${when.any.map((part) => quote(part, words)).join('、')}合起来就是所有情形；`;
  }
  return `${quote(when, words)}什么情形都符合；`;
}

/** Longer conditions are cut: their author knows how they go on. */
const MOST_WORDS = 80;

function quote(condition: Condition, words: ConditionWords): string {
  const said = sayCondition(condition, words);
  return `“${said.length > MOST_WORDS ? `${said.slice(0, MOST_WORDS)}…` : said}”`;
}

/** The fewest parts of a condition that cannot hold together, and the presuppositions that play into it. */
function explainContradiction(when: Condition, { questions, space, nameOf }: ItemCheck): string {
  const parts = partsOf(when);
  const { diagrams, nodeOf } = space;
  const fits = (some: readonly Condition[]) =>
    some.reduce<Node>((node, part) => diagrams.and(node, nodeOf(part)), always) !== never;
  const core = parts.reduce<readonly Condition[]>((kept, part) => {
    const others = kept.filter((other) => other !== part);
    return fits(others) ? kept : others;
  }, parts);
  const words = { questions, nameOf };
  const said = core.map((part) => quote(part, words)).join('和');
  const asked = [...new Set(core.flatMap(questionsOf))].flatMap((id) => {
    const question = questions.find((candidate) => candidate.id === id);
    return question?.askWhen ? [`问题“${question.name}”只在${quote(question.askWhen, words)}时才问，`] : [];
  });
  return `${asked.join('')}${said}${core.length > 1 ? '不会同时成立' : '永远不成立'}；`;
}

function partsOf(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(partsOf) : [condition];
}

/** The fewest verdicts that together come before every case of an obligation. */
function hidingVerdicts(obligation: Obligation, { item, space }: ItemCheck): readonly Obligation[] {
  const { diagrams, applies } = space;
  const own = item.obligations.indexOf(obligation);
  const before = item.obligations.filter(
    (other, index) => isVerdict(other) && isInForce(other, space.day) && (!isVerdict(obligation) || index < own),
  );
  const covered = (some: readonly Obligation[]) =>
    some.reduce((left, verdict) => diagrams.and(left, diagrams.not(applies(verdict))), applies(obligation)) === never;
  return before.reduceRight<readonly Obligation[]>((kept, verdict) => {
    const others = kept.filter((other) => other !== verdict);
    return covered(others) ? others : kept;
  }, before);
}
