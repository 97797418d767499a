import type { Condition } from '../model/condition.ts';
import type { Obligation } from '../model/obligation.ts';
import type { Outcome, OutcomeLine } from '../model/outcome.ts';
import type { Question } from '../model/question.ts';
import { keyOf } from './leaf.ts';
import { simplifyCondition } from './simplify-condition.ts';

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
 * item hang on it. A person first reads that verdict at the head of the notice; repeating it beside each material
 * would only hide the doubts that are about the material. So "if it can be done at all" is taken out of those lines.
 */
export function dueLines(outcome: Outcome, questions: readonly Question[], today: string): readonly DueLine[] {
  const inForce = outcome.lines.filter(({ obligation, holds }) => holds !== 'no' && isInForce(obligation, today));
  const barred = new Set(inForce.filter((line) => isVerdict(line) && line.holds === 'yes').map(({ item }) => item));
  const possible = possibilities(inForce, questions);
  return inForce
    .filter((line) => isVerdict(line) || !barred.has(line.item))
    .map((line): DueLine => {
      const { item, obligation } = line;
      if (line.holds !== 'unknown') return { item, obligation };
      const open = simplifyCondition(line.open, questions);
      const rest = isVerdict(line) ? open : withoutPart(open, possible.get(item));
      return rest === undefined ? { item, obligation } : { item, obligation, open: rest };
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

/** For each item with open verdicts: the condition under which none of them holds. */
function possibilities(lines: readonly OutcomeLine[], questions: readonly Question[]): ReadonlyMap<string, Condition> {
  const verdicts = new Map<string, Condition[]>();
  for (const line of lines) {
    if (!isVerdict(line) || line.holds !== 'unknown') continue;
    verdicts.set(line.item, [...(verdicts.get(line.item) ?? []), line.open]);
  }
  return new Map(
    [...verdicts].map(([item, any]) => {
      // The rules write "can be done" in their own shape; a line that always applies shows it.
      const shown = lines.find((line) => line.item === item && line.holds === 'unknown' && isUnconditional(line));
      const condition = shown?.holds === 'unknown' ? shown.open : { not: { any } };
      return [item, simplifyCondition(condition, questions)];
    }),
  );
}

function isUnconditional({ obligation }: OutcomeLine): boolean {
  return 'all' in obligation.when && obligation.when.all.length === 0;
}

/** What is left of a condition without one of the things it demands; `undefined` when nothing is. */
function withoutPart(condition: Condition, part: Condition | undefined): Condition | undefined {
  if (part === undefined) return condition;
  const demanded = new Set(('all' in part ? part.all : [part]).map(keyOf));
  if (demanded.has(keyOf(condition)) && demanded.size === 1) return undefined;
  if (!('all' in condition)) return condition;
  const keys = condition.all.map(keyOf);
  if (![...demanded].every((key) => keys.includes(key))) return condition;
  const rest = condition.all.filter((_, index) => !demanded.has(keys[index] ?? ''));
  const [only] = rest;
  if (only === undefined) return undefined;
  return rest.length === 1 ? only : { all: rest };
}
