import type { Obligation } from '../model/obligation.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Example } from '../model/service-item.ts';

/** One expectation of an example that the rules do not meet. */
export interface Mismatch {
  readonly key: keyof Example['gives'];
  /** A Chinese sentence or two, each with its full stop. */
  readonly problem: string;
}

/** Compares what an example expects with what the rules decided. */
export function compareExample({ gives }: Example, outcome: Outcome): readonly Mismatch[] {
  return [
    ...compareIds('materials', '材料', gives.materials, decidedIds(outcome, ['material'], materialOf)),
    ...compareFee(gives.fee, outcome),
    ...compareVerdict('eligible', gives.eligible, outcome),
    ...compareIds('first', '前置事项', gives.first, decidedIds(outcome, ['before'], itemOf)),
    ...compareVerdict('handoff', gives.handoff, outcome),
  ];
}

type Kind = Obligation['kind'];

/** What holds for certain, and the questions that some lines of these kinds still hang on. */
interface Decided {
  readonly held: readonly Obligation[];
  readonly missing: readonly string[];
}

function decide({ lines }: Outcome, kinds: readonly Kind[]): Decided {
  const own = lines.filter((line) => kinds.includes(line.obligation.kind));
  return {
    held: own.flatMap((line) => (line.holds === 'yes' ? [line.obligation] : [])),
    missing: [...new Set(own.flatMap((line) => (line.holds === 'unknown' ? line.questions : [])))],
  };
}

function decidedIds(outcome: Outcome, kinds: readonly Kind[], idOf: (obligation: Obligation) => string | undefined) {
  const { held, missing } = decide(outcome, kinds);
  return { ids: [...new Set(held.flatMap((obligation) => idOf(obligation) ?? []))], missing };
}

/** What is waived is looked up by the office itself: nobody brings it. Of "any one of these", the first stands for all. */
function materialOf(obligation: Obligation): string | undefined {
  if (obligation.kind !== 'material' || obligation.necessity === 'waived') return undefined;
  return obligation.anyOf[0]?.material;
}

function itemOf(obligation: Obligation): string | undefined {
  return obligation.kind === 'before' ? obligation.item : undefined;
}

function compareIds(
  key: 'materials' | 'first',
  noun: string,
  wanted: readonly string[] | undefined,
  { ids, missing }: { readonly ids: readonly string[]; readonly missing: readonly string[] },
): readonly Mismatch[] {
  if (wanted === undefined) return [];
  if (missing.length > 0) return [{ key, problem: stillOpen(noun, missing) }];
  const extra = ids.filter((id) => !wanted.includes(id));
  const absent = wanted.filter((id) => !ids.includes(id));
  if (extra.length === 0 && absent.length === 0) return [];
  const parts = [
    ...(extra.length > 0 ? [`规则还要${noun} ${extra.join('、')}，例子没写。`] : []),
    ...(absent.length > 0 ? [`例子写了${noun} ${absent.join('、')}，规则不要。`] : []),
  ];
  return [{ key, problem: parts.join('') }];
}

function compareFee(wanted: number | undefined, outcome: Outcome): readonly Mismatch[] {
  if (wanted === undefined) return [];
  const { held, missing } = decide(outcome, ['fee']);
  if (missing.length > 0) return [{ key: 'fee', problem: stillOpen('收费', missing) }];
  const amounts = held.map((obligation) => (obligation.kind === 'fee' ? obligation.amount : 0));
  if (amounts.includes(undefined)) return [{ key: 'fee', problem: '有一项收费没写金额，算不出总数。' }];
  const total = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  return total === wanted ? [] : [{ key: 'fee', problem: `规则算出 ${total} 元，例子写的是 ${wanted} 元。` }];
}

function compareVerdict(
  key: 'eligible' | 'handoff',
  wanted: boolean | undefined,
  outcome: Outcome,
): readonly Mismatch[] {
  if (wanted === undefined) return [];
  const { held, missing } = decide(outcome, [key === 'eligible' ? 'ineligible' : 'handoff']);
  const noun = key === 'eligible' ? '能不能办' : '要不要转人工';
  if (missing.length > 0 && held.length === 0) return [{ key, problem: stillOpen(noun, missing) }];
  const actual = key === 'eligible' ? held.length === 0 : held.length > 0;
  if (actual === wanted) return [];
  const found = held.map((obligation) => obligation.id).join('、') || '没有一条成立';
  return [{ key, problem: `例子写 ${key}: ${wanted}，规则给出的是 ${actual}（${found}）。` }];
}

function stillOpen(noun: string, missing: readonly string[]): string {
  return `${noun}还定不下来，given 里少了 ${missing.join('、')}。`;
}
