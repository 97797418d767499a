import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../test-support/runs.ts';
import { always, Diagrams, never } from './diagram.ts';
import type { Node } from './diagram.ts';

// Three variables of two, three and two cells: twelve ways to answer, each tried.
const widths = [2, 3, 2];
const ways = [0, 1].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1].map((c) => [a, b, c])));

type Formula =
  | { readonly test: number; readonly cells: readonly number[] }
  | { readonly not: Formula }
  | { readonly both: readonly [Formula, Formula] }
  | { readonly either: readonly [Formula, Formula] };

const aFormula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ test: fc.nat(2), cells: fc.uniqueArray(fc.nat(2), { maxLength: 2 }) }),
    fc.record({ not: tie('formula') }),
    fc.record({ both: fc.tuple(tie('formula'), tie('formula')) }),
    fc.record({ either: fc.tuple(tie('formula'), tie('formula')) }),
  ),
})).formula;

function holds(formula: Formula, way: readonly number[]): boolean {
  if ('test' in formula) return formula.cells.includes(way[formula.test] ?? -1);
  if ('not' in formula) return !holds(formula.not, way);
  if ('both' in formula) return formula.both.every((part) => holds(part, way));
  return formula.either.some((part) => holds(part, way));
}

function build(diagrams: Diagrams, formula: Formula): Node {
  if ('test' in formula) {
    const { test, cells } = formula;
    return diagrams.make(
      test,
      Array.from({ length: widths[test] ?? 0 }, (_, cell) => (cells.includes(cell) ? always : never)),
    );
  }
  if ('not' in formula) return diagrams.not(build(diagrams, formula.not));
  const [one, two] = 'both' in formula ? formula.both : formula.either;
  const [left, right] = [build(diagrams, one), build(diagrams, two)];
  return 'both' in formula ? diagrams.and(left, right) : diagrams.or(left, right);
}

/** Where a diagram ends when every variable is answered. */
function follow(diagrams: Diagrams, node: Node, way: readonly number[]): Node {
  if (node === never || node === always) return node;
  const next = diagrams.branchesOf(node)[way[diagrams.variableOf(node)] ?? -1];
  return next === undefined ? -1 : follow(diagrams, next, way);
}

describe('diagrams', () => {
  it('end, for every way to answer, where the condition says', () => {
    fc.assert(
      fc.property(aFormula, (formula) => {
        const diagrams = new Diagrams();
        const node = build(diagrams, formula);
        for (const way of ways) expect(follow(diagrams, node, way)).toBe(holds(formula, way) ? always : never);
      }),
      runs(1_000),
    );
  });

  it('of two conditions are one and the same exactly when the conditions always agree', () => {
    fc.assert(
      fc.property(aFormula, aFormula, (one, two) => {
        const diagrams = new Diagrams();
        const agree = ways.every((way) => holds(one, way) === holds(two, way));
        expect(build(diagrams, one) === build(diagrams, two)).toBe(agree);
      }),
      runs(1_000),
    );
  });

  it('depend on exactly the variables that can make a difference, in order', () => {
    fc.assert(
      fc.property(aFormula, (formula) => {
        const diagrams = new Diagrams();
        const matters = (variable: number) =>
          ways.some((way) =>
            ways.some(
              (other) =>
                other.every((cell, at) => at === variable || cell === way[at]) &&
                holds(formula, way) !== holds(formula, other),
            ),
          );
        expect(diagrams.supportOf(build(diagrams, formula))).toEqual([0, 1, 2].filter(matters));
      }),
      runs(1_000),
    );
  });

  it('say the same as before where an answer is possible, and no longer depend on what one cell decides', () => {
    const someCells = fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(aFormula, fc.nat(2), someCells, (formula, variable, chosen) => {
        const diagrams = new Diagrams();
        const cells = chosen.filter((cell) => cell < (widths[variable] ?? 0));
        if (cells.length === 0) return;
        const node = build(diagrams, formula);
        const narrowed = diagrams.narrow(node, variable, cells);
        for (const way of ways.filter((each) => cells.includes(each[variable] ?? -1))) {
          expect(follow(diagrams, narrowed, way)).toBe(follow(diagrams, node, way));
        }
        for (const cell of cells) {
          const answered = diagrams.answer(node, variable, cell);
          expect(answered).toBe(diagrams.narrow(node, variable, [cell]));
          expect(diagrams.supportOf(answered)).not.toContain(variable);
        }
      }),
      runs(1_000),
    );
  });

  it('that are narrowed are the same diagram whenever they mean the same for what is possible', () => {
    const diagrams = new Diagrams();
    const [first, second] = [diagrams.make(1, [always, never, never]), diagrams.make(1, [always, never, always])];
    expect(diagrams.narrow(first, 1, [0, 1])).toBe(diagrams.narrow(second, 1, [0, 1]));
    expect(diagrams.narrow(first, 1, [1, 2])).toBe(never);
    expect(diagrams.narrow(first, 1, [0, 1])).not.toBe(diagrams.narrow(first, 1, [0]));
  });

  it('are restricted to several possible answers at once, each variable by its own', () => {
    const someCells = fc.option(fc.uniqueArray(fc.nat(1), { minLength: 1, maxLength: 2 }), { nil: undefined });
    fc.assert(
      fc.property(aFormula, fc.tuple(someCells, someCells, someCells), (formula, allowed) => {
        const diagrams = new Diagrams();
        const restricted = diagrams.restrict(build(diagrams, formula), allowed);
        const possible = ways.filter((way) => way.every((cell, at) => allowed[at]?.includes(cell) !== false));
        for (const way of possible)
          expect(follow(diagrams, restricted, way)).toBe(holds(formula, way) ? always : never);
        if (new Set(possible.map((way) => holds(formula, way))).size === 1)
          expect(restricted).toBeLessThanOrEqual(always);
      }),
      runs(1_000),
    );
  });

  it('depend on their variables in order, whichever branch comes upon them first', () => {
    const diagrams = new Diagrams();
    const [one, two] = [diagrams.make(1, [always, never, never]), diagrams.make(2, [always, never])];
    expect(diagrams.supportOf(diagrams.make(0, [two, one]))).toEqual([0, 1, 2]);
  });

  it('of plain yes and no depend on nothing', () => {
    const diagrams = new Diagrams();
    for (const node of [never, always]) {
      expect(diagrams.supportOf(node)).toEqual([]);
      expect([diagrams.variableOf(node), diagrams.branchesOf(node)]).toEqual([Infinity, []]);
      expect([diagrams.narrow(node, 0, [1]), diagrams.answer(node, 0, 1)]).toEqual([node, node]);
    }
  });
});
