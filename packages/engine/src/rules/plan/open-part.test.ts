import { beforeEach, describe, expect, it } from 'vitest';
import { always, Diagrams, never } from '../diagram.ts';
import type { Node } from '../diagram.ts';
import { OpenParts } from './open-part.ts';
import type { OpenPart } from './open-part.ts';

const nothingClosed = new Set<number>();

// Six questions of two options, on the axes 10 to 15; a question holds where its first option is the answer.
const axes = [10, 11, 12, 13, 14, 15];
let diagrams: Diagrams;
let parts: OpenParts;
let holds: readonly Node[];

beforeEach(() => {
  diagrams = new Diagrams();
  // The first and the third question are of one topic, the second and the last of another.
  parts = new OpenParts(diagrams, axes, ['one', 'two', 'one', undefined, undefined, 'two']);
  holds = axes.map((axis) => diagrams.make(axis, [always, never]));
});

const both = (a: number, b: number): Node => diagrams.and(holds[a] ?? never, holds[b] ?? never);
const one = (a: number): Node => holds[a] ?? never;

interface Waiting {
  /** By question: what is left of its presupposition. */
  readonly guards?: Readonly<Record<number, Node>>;
  readonly begun?: readonly number[];
}

function part(lines: readonly Node[], { guards = {}, begun = [] }: Waiting = {}): OpenPart {
  return parts.make(
    lines,
    (axis) => guards[axis - 10] ?? always,
    (axis) => begun.includes(axis - 10),
  );
}

describe('an open part', () => {
  it('holds each condition once, and knows the questions they hang on', () => {
    const made = part([both(1, 3), one(0), both(1, 3)]);
    expect(made.lines).toEqual([one(0), both(1, 3)].sort((a, b) => a - b));
    expect(made.support).toBe(0b1011);
  });

  it('is recognised by its key, whatever the order of its conditions', () => {
    expect(part([one(0), both(1, 3)]).key).toBe(part([both(1, 3), one(0)]).key);
    expect(part([one(0)]).key).not.toBe(part([one(1)]).key);
    expect(part([one(0), one(1)]).key).not.toBe(part([one(0)]).key);
  });

  it('is another part where a presupposition is open, or a topic was begun', () => {
    const plain = part([both(0, 2)]);
    const waiting = part([both(0, 2)], { guards: { 2: one(4) } });
    const begun = part([both(0, 2)], { begun: [2] });
    expect(new Set([plain.key, waiting.key, begun.key, part([both(0, 2)], { begun: [0, 2] }).key]).size).toBe(4);
  });

  it('does not hang on presuppositions and topics of questions that are not part of it', () => {
    expect(part([one(0)], { guards: { 3: one(4) }, begun: [1, 5] })).toEqual(part([one(0)]));
    expect(part([one(0)]).guards).toBeUndefined();
  });

  it('keeps apart a great many conditions', () => {
    const many = [0, 1, 2, 3, 4, 5].flatMap((a) => [0, 1, 2, 3, 4, 5].map((b) => both(a, b)));
    const keys = new Set(many.map((line) => part([line]).key));
    expect(keys.size).toBe(new Set(many).size);
    expect(part([...many]).lines).toEqual([...new Set(many)].sort((a, b) => a - b));
  });

  it('has a key of its own, and the same one again, among a thousand others', () => {
    const lines = [0, 1, 2, 3].flatMap((a) => [both(a, a + 1), one(a)]);
    const ways: readonly Waiting[] = [
      ...[{}, { begun: [0] }, { begun: [2] }, { begun: [0, 2] }, { begun: [5] }],
      ...[{ guards: { 1: one(4) } }, { guards: { 3: one(4) } }, { guards: { 1: one(4), 3: never } }],
      { guards: { 3: one(4) }, begun: [0, 2] },
    ];
    const subsets = Array.from({ length: 1 << lines.length }, (_, chosen) =>
      lines.filter((_, at) => (chosen & (1 << at)) !== 0),
    );
    const made = subsets.flatMap((chosen) => ways.map((way) => part(chosen, way)));
    const again = subsets.flatMap((chosen) => ways.map((way) => part(chosen, way)));
    expect(again.map(({ key }) => key)).toEqual(made.map(({ key }) => key));
    const different = new Set(made.map(({ key: _, ...left }) => JSON.stringify(left)));
    expect(different.size).toBeGreaterThan(1_000);
    expect(new Set(made.map(({ key }) => key)).size).toBe(different.size);
  });
});

describe('what may be asked next', () => {
  it('are the open questions in the order of the authors', () => {
    expect(parts.askable(part([both(4, 1), one(0)]), nothingClosed)).toEqual([0, 1, 4]);
  });

  it('leaves out what is not to be asked, and what is not sure to apply', () => {
    expect(parts.askable(part([both(0, 1)]), new Set([10]))).toEqual([1]);
    expect(parts.askable(part([both(0, 1)], { guards: { 1: one(4) } }), nothingClosed)).toEqual([0]);
    expect(parts.askable(part([both(0, 1)], { guards: { 0: never, 1: one(4) } }), nothingClosed)).toEqual([]);
  });

  it('are first those of a topic that was begun, as long as one of them may be asked', () => {
    const lines = [both(0, 1), both(2, 3)];
    expect(parts.askable(part(lines, { begun: [0, 2] }), nothingClosed)).toEqual([0, 2]);
    expect(parts.askable(part(lines, { begun: [0, 2] }), new Set([10]))).toEqual([2]);
    expect(parts.askable(part(lines, { begun: [0, 2] }), new Set([10, 12]))).toEqual([1, 3]);
  });

  it('is bound by a question that begins a topic of which another is open', () => {
    const lines = [both(0, 2), one(1)];
    expect([0, 1, 2, 3].map((bit) => parts.bindsTopic(part(lines), bit))).toEqual([true, false, true, false]);
    expect(parts.bindsTopic(part(lines, { begun: [0, 2] }), 0)).toBe(false);
    expect(parts.bindsTopic(part([one(0), one(1)]), 0)).toBe(false);
  });
});

describe('an answer', () => {
  it('leaves what it does not settle, and nothing of what it does', () => {
    const asked = part([both(0, 1), one(2), both(0, 3)]);
    expect(parts.answer(asked, 0, 0)).toEqual(part([one(1), one(2), one(3)], { begun: [0, 2] }));
    expect(parts.answer(asked, 0, 1)).toEqual(part([one(2)], { begun: [0, 2] }));
    expect(parts.answer(part([one(3)]), 3, 0)).toEqual(part([]));
    expect(parts.answer(part([one(3)]), 3, 1)).toEqual(part([]));
  });

  it('can settle the presupposition of another question', () => {
    const asked = part([both(3, 4)], { guards: { 4: one(3) } });
    expect(parts.askable(asked, nothingClosed)).toEqual([3]);
    expect(parts.askable(parts.answer(asked, 3, 0), nothingClosed)).toEqual([4]);
  });

  it('begins the topic of its question, and keeps those begun before', () => {
    const asked = part([both(0, 1), both(2, 5)], { begun: [1, 5] });
    expect(parts.askable(parts.answer(asked, 0, 0), nothingClosed)).toEqual([1, 2, 5]);
    // A question without a topic begins none, though others have none either.
    expect(parts.askable(parts.answer(part([both(3, 4), both(0, 4)]), 3, 0), nothingClosed)).toEqual([0, 4]);
  });
});

describe('taking a part apart', () => {
  it('gives one part for each set of questions that no condition joins, the first question first', () => {
    const mixed = part([both(4, 5), one(1), both(0, 3), both(3, 2)]);
    expect(parts.split(mixed)).toEqual([part([both(0, 3), both(3, 2)]), part([one(1)]), part([both(4, 5)])]);
  });

  it('joins what hangs together only through others, however they are ordered', () => {
    const chain = part([both(0, 1), both(2, 3), both(4, 5), both(1, 2), both(3, 4)]);
    expect(parts.split(chain)).toEqual([chain]);
    const two = part([both(0, 5), both(1, 4), both(2, 5), both(3, 4)]);
    expect(parts.split(two)).toEqual([part([both(0, 5), both(2, 5)]), part([both(1, 4), both(3, 4)])]);
  });

  it('leaves the topics that were begun, and the presuppositions that are open, with their questions', () => {
    const mixed = part([one(0), both(1, 3)], { guards: { 3: one(4) }, begun: [0, 2] });
    expect(parts.split(mixed)).toEqual([part([one(0)], { begun: [0] }), part([both(1, 3)], { guards: { 3: one(4) } })]);
  });

  it('of nothing gives nothing', () => {
    expect(parts.split(part([]))).toEqual([]);
  });

  it('knows axes by their bits and bits by their axes', () => {
    expect(axes.map((axis) => parts.bitOf(axis))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(axes.map((_, bit) => parts.axisOf(bit))).toEqual(axes);
    expect(parts.bitOf(99)).toBeUndefined();
  });
});
