import type { Consultation, Engine, Notice, Reply } from '@onetrip/engine';

/** Everything that was met on the way through all answers of a trip. */
export interface Walk {
  /** Paths from the first question to an end. */
  paths: number;
  turns: number;
  /** Distinct notices, the answers themselves left out. */
  readonly notices: ReadonlyMap<string, Notice>;
  /** Sentences that say what is wrong, each with the path on which it was seen. */
  readonly faults: readonly string[];
}

/** How far 不清楚 is followed. */
export interface WalkOptions {
  readonly today: string;
  /** How many questions of one path may be answered with 不清楚. */
  readonly unsureAtMost: number;
}

/** Follows every option of every question, and 不清楚 besides, until each path has ended. */
export function walkPaths(engine: Engine, items: readonly string[], options: WalkOptions): Walk {
  const walker = new Walker(engine, options);
  const { consultation, reply } = engine.begin({ today: options.today, items });
  walker.visit(consultation, reply, []);
  return walker.walk;
}

/** One answer on a path: which question got which value; `null` is 不清楚. */
type Taken = readonly [question: string, value: string | number | null];

class Walker {
  readonly walk = { paths: 0, turns: 0, notices: new Map<string, Notice>(), faults: [] as string[] };
  readonly #engine: Engine;
  readonly #options: WalkOptions;
  /** Numbers for ends and for trees of questions, so that two of them are compared by one number. */
  readonly #known = new Map<string, number>();

  constructor(engine: Engine, options: WalkOptions) {
    this.#engine = engine;
    this.#options = options;
  }

  /** Gives the number of the tree below this reply: equal numbers mean the same questions and the same notices. */
  visit(consultation: Consultation, reply: Reply, path: readonly Taken[]): number {
    if (reply.kind !== 'ask') return this.#end(reply, path);
    const { question } = reply;
    if (path.some(([asked]) => asked === question.id)) {
      this.#fault(`${question.id} is asked a second time`, path);
      return -1;
    }
    if (question.options.length === 0) this.#fault(`${question.id} offers nothing to answer with`, path);
    const below = question.options.map(({ value }) => {
      const turn = this.#engine.takeTurn(consultation, { kind: 'answer', question: question.id, value });
      return this.#step(turn.consultation, turn.reply, [...path, [question.id, value]]);
    });
    if (new Set(below).size < 2) this.#fault(`${question.id} is asked although no answer to it changes anything`, path);
    if (path.filter(([, value]) => value === null).length < this.#options.unsureAtMost) {
      const turn = this.#engine.takeTurn(consultation, { kind: 'unsure', question: question.id });
      this.#step(turn.consultation, turn.reply, [...path, [question.id, null]]);
    }
    return this.#numberOf(JSON.stringify([question.id, below]));
  }

  #step(consultation: Consultation, reply: Reply, path: readonly Taken[]): number {
    this.walk.turns += 1;
    return this.visit(consultation, reply, path);
  }

  #end(reply: Reply, path: readonly Taken[]): number {
    this.walk.paths += 1;
    if (reply.kind === 'handoff') return this.#numberOf(`handoff ${reply.reason}`);
    if (reply.kind !== 'notice') {
      this.#fault(`it ends with ${reply.kind} and no notice`, path);
      return -1;
    }
    const { facts: _facts, ...told } = reply.notice;
    const written = JSON.stringify(told);
    this.walk.notices.set(written, reply.notice);
    return this.#numberOf(written);
  }

  #numberOf(tree: string): number {
    const number = this.#known.get(tree) ?? this.#known.size;
    this.#known.set(tree, number);
    return number;
  }

  #fault(what: string, path: readonly Taken[]): void {
    const answers = path.map(([question, value]) => `${question}: ${String(value ?? '不清楚')}`).join(', ');
    this.walk.faults.push(`${what} after { ${answers} }`);
  }
}
