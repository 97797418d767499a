import type { BeginOptions, Consultation, Engine, Input, Survey } from '@onetrip/engine';
import { OneAtATime } from './one-at-a-time.ts';
import type { History, Store, TurnEvent } from './store/store.ts';
import type { Ids } from './ids.ts';

/** A reply as it goes out: its place in the consultation and its JSON text, the same bytes each time. */
export interface SentReply {
  readonly seq: number;
  readonly reply: string;
}

/** Why a turn was not taken; nothing has changed then. */
export type TurnRefusal = 'unknown-consultation' | 'turn-id-reused' | 'too-many-turns' | 'too-many';

/** What the consultations of a server are made of. */
export interface ConsultationsOptions {
  readonly engine: Engine;
  readonly store: Store;
  readonly ids: Ids;
  /** Turns one consultation may take; a real one needs a dozen. */
  readonly mostTurns: number;
}

/**
 * Opens consultations and takes their turns, one at a time each, so that a repeated or a concurrent turn can
 * neither be lost nor count twice.
 */
export class Consultations {
  readonly #options: ConsultationsOptions;
  readonly #queue = new OneAtATime();

  constructor(options: ConsultationsOptions) {
    this.#options = options;
  }

  /** Opens a consultation, or says that there is no room for one. */
  async open(begin: BeginOptions): Promise<{ readonly id: string; readonly reply: string } | 'too-many'> {
    const { engine, store, ids } = this.#options;
    const id = ids();
    const { consultation, reply } = engine.begin(begin);
    const text = JSON.stringify(reply);
    const opened = await store.open({ id, begun: begin, reply: text }, consultation);
    return opened === 'full' ? 'too-many' : { id, reply: text };
  }

  /** Takes a turn; the same turn id with the same input gets the answer it got before. */
  takeTurn(id: string, turn: string, input: Input): Promise<SentReply | TurnRefusal> {
    return this.#queue.run(id, async () => {
      for (;;) {
        const history = await this.#options.store.read(id);
        if (!history) return 'unknown-consultation';
        const answer = this.#answerBefore(history, turn, input) ?? (await this.#answerNow(history, turn, input));
        if (answer !== 'overtaken') return answer;
      }
    });
  }

  /** Where a consultation stands: its last reply and its survey. */
  async look(id: string): Promise<(SentReply & { readonly survey: Survey }) | undefined> {
    const history = await this.#options.store.read(id);
    if (!history) return undefined;
    const last = history.events.at(-1);
    return {
      seq: last?.seq ?? 0,
      reply: last?.reply ?? history.opening.reply,
      survey: this.#options.engine.survey(history.latest),
    };
  }

  #answerBefore(history: History, turn: string, input: Input): SentReply | 'turn-id-reused' | undefined {
    const event = history.events.find((taken) => taken.turn === turn);
    if (!event) return undefined;
    // Both went through the same schema, which writes the keys in one order.
    return JSON.stringify(event.input) === JSON.stringify(input) ? event : 'turn-id-reused';
  }

  async #answerNow(history: History, turn: string, input: Input): Promise<SentReply | TurnRefusal | 'overtaken'> {
    const { engine, store, mostTurns } = this.#options;
    const seq = history.events.length + 1;
    if (seq > mostTurns) return 'too-many-turns';
    const { consultation, reply } = engine.takeTurn(history.latest, input);
    const event: TurnEvent = { seq, turn, input, reply: JSON.stringify(reply) };
    const kept = await store.append(history.opening.id, event, consultation);
    return kept === 'appended' ? event : kept === 'full' ? 'too-many' : 'overtaken';
  }
}

/** The consultation that its opening and turns lead to; what a store without `latest` would do. */
export function replay(engine: Engine, history: Pick<History, 'opening' | 'events'>): Consultation {
  let { consultation } = engine.begin(history.opening.begun);
  for (const { input } of history.events) ({ consultation } = engine.takeTurn(consultation, input));
  return consultation;
}
