/** A formula that still hangs on answers, or one of the two that hang on nothing. */
export type Formula = number;

/** The formula that does not hold. */
export const refuted: Formula = 0;

/** The formula that holds. */
export const proved: Formula = 1;

/** An axis, and how often a formula mentions it. */
export type Mention = readonly [axis: number, times: number];

type Shape =
  | { readonly kind: 'leaf'; readonly axis: number; readonly accepts: readonly boolean[] }
  | { readonly kind: 'all' | 'any'; readonly members: readonly Formula[] }
  | { readonly kind: 'not'; readonly member: Formula };

/**
 * Formulas as their authors wrote them: unlike diagrams they are not reduced, so that what is mentioned twice counts
 * twice and what makes no difference still counts. Equal formulas are one number.
 */
export class MentionFormulas {
  readonly #shapes: Shape[] = [];
  readonly #mentions: (readonly Mention[])[] = [[], []];
  readonly #unique = new Map<string, Formula>();
  readonly #answered = new Map<string, Formula>();

  /** A comparison that mentions its question some times and accepts some cells of its answers. */
  leaf(axis: number, times: number, accepts: readonly boolean[]): Formula {
    return this.#make({ kind: 'leaf', axis, accepts }, [[axis, times]]);
  }

  /** Some formulas joined. A decided one either decides the whole or is left out. */
  join(kind: 'all' | 'any', members: readonly Formula[]): Formula {
    const [deciding, idle] = kind === 'all' ? [refuted, proved] : [proved, refuted];
    if (members.includes(deciding)) return deciding;
    const left = members.filter((member) => member !== idle);
    const [only = idle] = left;
    return left.length < 2 ? only : this.#make({ kind, members: left }, this.mentionsIn(left));
  }

  not(member: Formula): Formula {
    if (member === proved || member === refuted) return proved - member;
    return this.#make({ kind: 'not', member }, this.#mentions[member] ?? []);
  }

  /** What is left of a formula once an axis is known to be in a cell. */
  answer(formula: Formula, axis: number, cell: number): Formula {
    if (formula === proved || formula === refuted) return formula;
    const key = `${formula},${axis},${cell}`;
    const known = this.#answered.get(key);
    if (known !== undefined) return known;
    const left = this.#left(formula, axis, cell);
    this.#answered.set(key, left);
    return left;
  }

  /** How often each axis is mentioned in all of these together, in order of first mention. */
  mentionsIn(formulas: readonly Formula[]): readonly Mention[] {
    const counts = new Map<number, number>();
    for (const formula of formulas) {
      for (const [axis, times] of this.#mentions[formula] ?? []) counts.set(axis, (counts.get(axis) ?? 0) + times);
    }
    return [...counts];
  }

  #left(formula: Formula, axis: number, cell: number): Formula {
    const shape = this.#shapes[formula];
    if (shape === undefined) return formula;
    if (shape.kind === 'not') return this.not(this.answer(shape.member, axis, cell));
    if (shape.kind === 'leaf') {
      if (shape.axis !== axis) return formula;
      return shape.accepts[cell] === true ? proved : refuted;
    }
    return this.join(
      shape.kind,
      shape.members.map((member) => this.answer(member, axis, cell)),
    );
  }

  #make(shape: Shape, mentions: readonly Mention[]): Formula {
    const key = JSON.stringify([shape, mentions]);
    const known = this.#unique.get(key);
    if (known !== undefined) return known;
    const formula = this.#mentions.push(mentions) - 1;
    this.#shapes[formula] = shape;
    this.#unique.set(key, formula);
    return formula;
  }
}
