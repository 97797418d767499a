import type { Example } from '../model/service-item.ts';
import { decidedFee, decidedFirst, decidedMaterials, decidedVerdict } from './decided.ts';
import type { Decided, DecidedOutcome } from './decided.ts';

/** One expectation of an example that the rules do not meet. */
export interface Mismatch {
  readonly key: keyof Example['gives'];
  /** A Chinese sentence or two, each with its full stop. */
  readonly problem: string;
}

/** Compares what an example expects with what the rules decided. */
export function compareExample({ gives }: Example, outcome: DecidedOutcome): readonly Mismatch[] {
  return [
    ...compareIds('materials', '材料', gives.materials, decidedMaterials(outcome)),
    ...compareFee(gives.fee, decidedFee(outcome)),
    ...compareVerdict('eligible', gives.eligible, outcome),
    ...compareIds('first', '前置事项', gives.first, decidedFirst(outcome)),
    ...compareVerdict('handoff', gives.handoff, outcome),
  ];
}

function compareIds(
  key: 'materials' | 'first',
  noun: string,
  wanted: readonly string[] | undefined,
  { value: ids, missing }: Decided<readonly string[]>,
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

function compareFee(wanted: number | undefined, fee: Decided<number | undefined>): readonly Mismatch[] {
  if (wanted === undefined) return [];
  if (fee.missing.length > 0) return [{ key: 'fee', problem: stillOpen('收费', fee.missing) }];
  if (fee.value === undefined) return [{ key: 'fee', problem: '有一项收费没写金额，算不出总数。' }];
  return fee.value === wanted ? [] : [{ key: 'fee', problem: `规则算出 ${fee.value} 元，例子写的是 ${wanted} 元。` }];
}

function compareVerdict(
  key: 'eligible' | 'handoff',
  wanted: boolean | undefined,
  outcome: DecidedOutcome,
): readonly Mismatch[] {
  if (wanted === undefined) return [];
  const { value: held, missing } = decidedVerdict(outcome, key === 'eligible' ? 'ineligible' : 'handoff');
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
