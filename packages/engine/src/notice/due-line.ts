import type { Condition } from '../model/condition.ts';
import type { Obligation } from '../model/obligation.ts';
import type { Outcome, OutcomeLine } from '../model/outcome.ts';
import type { Question } from '../model/question.ts';
import { questionsOf } from '../rules/questions-of.ts';
import { isAlways, isNever, keyOf, simplifyCondition } from './simplify-condition.ts';

type ObligationOf<Kind, Candidate = Obligation> = Candidate extends { readonly kind: infer Own }
  ? Kind extends Own
    ? Candidate
    : never
  : never;

/** An obligation that this person has, or has if `open` turns out to hold. */
export interface DueLine<Kind extends Obligation['kind'] = Obligation['kind']> {
  readonly item: string;
  readonly obligation: ObligationOf<Kind>;
  readonly open?: Condition;
}

/**
 * The obligations that a notice has to hold, in the order of the outcome.
 *
 * While a verdict of an item (not eligible, or a case for a person) is open, the rules make every line of the
 * item hang on it. A person reads that verdict at the head of the notice; repeating it beside each material would
 * only hide the doubts that are about the material. So the cases in which a verdict holds are left aside.
 */
export function dueLines(outcome: Outcome, questions: readonly Question[], today: string): readonly DueLine[] {
  const inForce = outcome.lines.filter(({ obligation, holds }) => holds !== 'no' && isInForce(obligation, today));
  const barred = new Set(inForce.filter((line) => isVerdict(line) && line.holds === 'yes').map(({ item }) => item));
  const simplify = rememberSimplified(questions, openQuestions(outcome));
  return inForce
    .filter((line) => isVerdict(line) || !barred.has(line.item))
    .map((line): DueLine => {
      const { item, obligation } = line;
      if (line.holds !== 'unknown') return { item, obligation };
      const open = simplify(line.open, openVerdicts(line, inForce));
      return isAlways(open) ? { item, obligation } : { item, obligation, open };
    });
}

/** The due lines of some kinds. */
export function ofKind<Kind extends Obligation['kind']>(
  lines: readonly DueLine[],
  ...kinds: readonly Kind[]
): readonly DueLine<Kind>[] {
  const wanted = new Set<string>(kinds);
  return lines.filter((line): line is DueLine & DueLine<Kind> => wanted.has(line.obligation.kind));
}

function isInForce({ from, to }: Obligation, today: string): boolean {
  return (from === undefined || from <= today) && (to === undefined || today < to);
}

function isVerdict({ obligation }: OutcomeLine): boolean {
  return obligation.kind === 'ineligible' || obligation.kind === 'handoff';
}

/** The open verdicts that come before a line: all of its item, or for a verdict those above it. */
function openVerdicts(line: OutcomeLine, lines: readonly OutcomeLine[]): readonly Condition[] {
  const verdicts = lines.filter((other) => other.item === line.item && isVerdict(other));
  const before = isVerdict(line) ? verdicts.slice(0, verdicts.indexOf(line)) : verdicts;
  return before.flatMap((verdict) => (verdict.holds === 'unknown' ? [verdict.open] : []));
}

/** The questions on which some line still hangs. */
export function openQuestions({ lines }: Outcome): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => (line.holds === 'unknown' ? questionsOf(line.open) : [])));
}

/** Many lines of an item hang on the same condition. */
function rememberSimplified(
  questions: readonly Question[],
  open: ReadonlySet<string>,
): (condition: Condition, aside: readonly Condition[]) => Condition {
  const known = new Map<string, Condition>();
  return (condition, aside) => {
    const key = keyOf({ all: [condition, { any: aside }] });
    const before = known.get(key);
    if (before !== undefined) return before;
    const rest = simplifyCondition(condition, questions, { aside: { any: aside }, open });
    // Rules never let a line hold together with a verdict; if one should, it is still not to be lost.
    const simple = isNever(rest) ? simplifyCondition(condition, questions, { open }) : rest;
    known.set(key, simple);
    return simple;
  };
}
