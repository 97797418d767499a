import { noticeText } from '@onetrip/engine';
import type { Knowledge, Notice, Reply } from '@onetrip/engine';
import { expect } from 'vitest';
import type { Final, NoticeExpectation, StepExpectation } from './transcript.ts';

/** Fails unless a reply of the engine is what the step declares. */
export function checkStep(reply: Reply, expected: StepExpectation): void {
  if (expected.asks !== undefined) expect(reply.kind === 'ask' ? reply.question.id : reply.kind).toBe(expected.asks);
  if (expected.problem !== undefined) expect(reply).toMatchObject({ kind: 'problem', code: expected.problem });
  if (expected.offers !== undefined) {
    const candidates = reply.kind === 'choose' || reply.kind === 'not-found' ? reply.candidates : [];
    expect(candidates.map((candidate) => candidate.item).sort()).toEqual([...expected.offers].sort());
  }
  if (expected.understands !== undefined) {
    const understood = Object.fromEntries(reply.understood.map((answer) => [answer.question, answer.value]));
    expect(understood).toEqual(expected.understands);
  }
  for (const words of expected.says ?? []) expect(reply.say.join('\n')).toContain(words);
}

/** Fails unless the last reply is the end that the transcript declares. */
export function checkFinal(reply: Reply, final: Final, knowledge: Knowledge): void {
  if (final.items !== undefined) expect(reply.trip.map((item) => item.item)).toEqual(final.items);
  if (final.handoff !== undefined) {
    expect(reply).toMatchObject({ kind: 'handoff', reason: final.handoff, phone: knowledge.region.hotline });
  }
  if (final.notFound === true) expect(reply).toMatchObject({ kind: 'not-found', phone: knowledge.region.hotline });
  if (final.discontinued !== undefined) checkDiscontinued(reply, final.discontinued, knowledge);
  if (final.notice !== undefined) {
    expect(reply.kind).toBe('notice');
    if (reply.kind === 'notice') checkNotice(reply.notice, final.notice);
  }
}

function checkDiscontinued(reply: Reply, id: string, knowledge: Knowledge): void {
  const item = knowledge.items.find((candidate) => candidate.id === id);
  expect(item?.status).toBe('discontinued');
  const told = reply.kind === 'notice' ? noticeText(reply.notice) : reply.say.join('\n');
  expect(`${reply.say.join('\n')}\n${told}`).toContain(item?.discontinued?.say);
}

function checkNotice(notice: Notice, expected: NoticeExpectation): void {
  const required = notice.materials.filter((material) => material.necessity !== 'waived');
  const certain = required.filter((material) => material.when === undefined).map((material) => material.material);
  const maybe = required.filter((material) => material.when !== undefined).map((material) => material.material);
  if (expected.materials !== undefined) expect(certain.sort()).toEqual([...expected.materials].sort());
  if (expected.maybe !== undefined) expect(maybe.sort()).toEqual([...expected.maybe].sort());
  if (expected.fee !== undefined) expect(notice.total).toBe(expected.fee);
  if (expected.eligible !== undefined) expect(notice.eligibility.eligible).toBe(expected.eligible);
  if (expected.handoff !== undefined) expect(notice.handoff.length > 0).toBe(expected.handoff);
  const first = notice.first.flatMap((line) => line.addItem ?? []);
  for (const item of expected.first ?? []) expect(first).toContain(item);
  for (const words of expected.says ?? []) expect(noticeText(notice)).toContain(words);
}
