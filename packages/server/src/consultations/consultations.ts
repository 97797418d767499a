import type { BeginOptions, Consultation, Engine, Input, Survey } from '@onetrip/engine';
import { ENGINE_VERSION } from '@onetrip/engine';
import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import type { Engines } from '../knowledge/engines.ts';
import { engineHolding } from '../knowledge/engines.ts';
import type { Receipts } from '../receipts/receipts.ts';
import { isTaken } from '../storage/broken-constraint.ts';
import type { Database } from '../storage/database.ts';
import type { TurnRow } from '../storage/tables.ts';
import { textOf } from '../utf8.ts';
import type { Utf8 } from '../utf8.ts';
import { answerAround, answerBytes, answerOf, answerWith, openingBytes } from './answers.ts';
import { ConsultationStore } from './consultation-store.ts';
import { Decisions } from './decisions.ts';
import type { Decided } from './decisions.ts';
import type { Live } from './live-consultations.ts';
import { LiveConsultations } from './live-consultations.ts';
import { needOfTurn } from './need-of-turn.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import { Openings, rowOf } from './openings.ts';
import { prepareReceipt } from './receipt-of-turn.ts';
import type { Last } from './receipt-of-turn.ts';
import { idOf } from './sealed-opening.ts';
import type { Opening } from './sealed-opening.ts';
import { answersQuestion, replay } from './replay.ts';
import { SharedReplies } from './shared-replies.ts';
import { consultationAt } from './state.ts';
import type { TakenTurn, TurnCompanion } from './taken-turn.ts';

/** A body that answers a turn, in the form in which it is at hand. */
export type AnswerBody = string | Utf8;

/** Why a turn was not taken; nothing has changed then. */
export type TurnRefusal = 'unknown-consultation' | 'knowledge-gone' | 'turn-id-reused' | 'too-many-turns';

/** What the consultations of a server are made of. */
export interface ConsultationsOptions {
  readonly engines: Engines;
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Turns one consultation may take; a real one needs a dozen. */
  readonly mostTurns: number;
  /** Consultations remembered beside the database, so that their turns need not be replayed. */
  readonly mostLive: number;
  /** Gives notices their numbers. */
  readonly receipts: Receipts;
  /** What is kept together with each turn. */
  readonly companions: readonly TurnCompanion[];
  /** Is told of every turn that is kept. */
  readonly observe: (taken: TakenTurn) => void;
}

/**
 * Opens consultations and takes their turns, each exactly once in effect.
 *
 * The turns in the database are the truth: an answer leaves only after its turn is kept, a turn sent again gets the
 * bytes it got before, and of two turns at once, here or in another process, one waits for the other.
 */
export class Consultations {
  readonly #options: ConsultationsOptions;
  readonly #store: ConsultationStore;
  readonly #live: LiveConsultations;
  readonly #openings: Openings;
  readonly #replies: SharedReplies;
  readonly #decisions = new Decisions();
  readonly #queue = new OneAtATime();

  constructor(options: ConsultationsOptions) {
    const { database, clock } = options;
    this.#options = options;
    this.#store = new ConsultationStore(database);
    this.#openings = new Openings({ database, clock, store: this.#store });
    this.#replies = new SharedReplies(this.#store);
    this.#live = new LiveConsultations(options.mostLive);
  }

  /** Opens a consultation, and gives the id that the client holds and the body that answers. */
  async open(begin: BeginOptions): Promise<{ readonly id: string; readonly answer: Utf8 }> {
    const { engines, clock, ids } = this.#options;
    const engine = (await engineHolding(engines, { items: begin.items ?? [] })) ?? engines.current;
    const begun = JSON.stringify(begin);
    const { said } = this.#decisions.begin(engine, begin, begun);
    const { version: knowledge, region } = engine.knowledge;
    const id = await this.#openings.seal({ id: ids(), knowledge, begun, opened: clock.now() }, region.id);
    return { id, answer: openingBytes(id, said) };
  }

  /**
   * Takes a turn and gives the body that answers it.
   *
   * @param held the id of the consultation, as the client holds it
   */
  async takeTurn(held: string, turn: string, input: Input): Promise<{ readonly answer: AnswerBody } | TurnRefusal> {
    const id = idOf(held);
    if (id === undefined) return 'unknown-consultation';
    // It went through a schema, which writes the keys in one order.
    const json = JSON.stringify(input);
    return this.#queue.run(id, async () => {
      for (;;) {
        const live = this.#live.get(id) ?? (await this.#rebuild(id, held));
        if (typeof live === 'string') return live;
        // Who sends the last turn again need not wait for it to be decided again: a slow hour is full of these.
        const answer = turn === live.turn ? undefined : await this.#answerNow(id, live, { turn, input, json });
        if (answer !== undefined) return { answer };
        // This turn was taken before, or another process was faster, or the consultation is gone.
        const before = await this.#store.turn(id, turn);
        if (!before || before.seq > live.seq) this.#live.forget(id);
        if (before) return before.input === json ? { answer: before.answer } : 'turn-id-reused';
        if (live.seq >= this.#options.mostTurns) return 'too-many-turns';
      }
    });
  }

  /** Where a consultation stands: the body that answered last, and its survey. */
  async look(held: string): Promise<{ readonly answer: string; readonly survey: Survey } | TurnRefusal> {
    const id = idOf(held);
    if (id === undefined) return 'unknown-consultation';
    const last = await this.#store.lastTurn(id);
    const remembered = this.#live.get(id);
    const live = remembered && remembered.seq === (last?.seq ?? 0) ? remembered : await this.#rebuild(id, held);
    if (typeof live === 'string') return live;
    const engine = await this.#engineFor(live);
    if (!engine) return 'knowledge-gone';
    const survey = engine.survey(consultationAt(live.state));
    if (last) return { answer: last.answer, survey };
    const begun = live.opening?.begun ?? (await this.#store.opening(id))?.begun;
    if (begun === undefined) return 'unknown-consultation';
    const { said } = this.#decisions.begin(engine, JSON.parse(begun) as BeginOptions, begun);
    return { answer: textOf(openingBytes(held, said)), survey };
  }

  /** The same as one object, for whoever goes on with a consultation; undefined when it is gone. */
  async lookFor(id: string): Promise<object | undefined> {
    const found = await this.look(id);
    if (typeof found === 'string') return undefined;
    return { id, seq: 0, ...(JSON.parse(found.answer) as object), survey: found.survey };
  }

  /** The id under which a consultation is kept, which it is from now on; undefined when it is gone. */
  async keptId(held: string): Promise<string | undefined> {
    const id = idOf(held);
    if (id === undefined || (await this.#store.opening(id))) return id;
    const live = await this.#rebuild(id, held);
    if (typeof live === 'string') return undefined;
    const engine = await this.#engineFor(live);
    if (!live.opening || !engine) return engine && id;
    await this.#store.open(rowOf(live.opening, engine.knowledge.region.id));
    return id;
  }

  /** The consultation as it stood after so many of its turns, without them; undefined when it or its knowledge is gone. */
  async rebuild(id: string, seq: number): Promise<Consultation | undefined> {
    const events = await this.#store.events(id);
    if (!events) return undefined;
    // Often of another day or version, whose decisions nobody who is at it now could use.
    const past = { ...events, inputs: events.inputs.slice(0, seq) };
    const replayed = await replay(this.#options.engines, new Decisions(), past);
    return replayed && consultationAt(replayed.state);
  }

  /** Lets go of a consultation that was erased. */
  forget(id: string): void {
    this.#live.forget(id);
  }

  async #rebuild(id: string, held: string): Promise<Live | 'unknown-consultation' | 'knowledge-gone'> {
    const events = await this.#store.events(id);
    if (!events) return this.#begin(held);
    const replayed = await replay(this.#options.engines, this.#decisions, events);
    if (!replayed) return 'knowledge-gone';
    const live: Live = { seq: events.inputs.length, knowledge: events.knowledge, ...replayed };
    this.#live.set(id, live);
    return live;
  }

  /** A consultation in which nothing has been said. It is remembered when something is. */
  async #begin(held: string): Promise<Live | 'unknown-consultation' | 'knowledge-gone'> {
    const opening = await this.#openings.find(held);
    if (!opening) return 'unknown-consultation';
    const { knowledge, begun } = opening;
    const begin = JSON.parse(begun) as BeginOptions;
    const engine = await engineHolding(this.#options.engines, { version: knowledge, items: begin.items ?? [] });
    if (!engine) return 'knowledge-gone';
    const { state } = this.#decisions.begin(engine, begin, begun);
    return { seq: 0, knowledge, state, questions: 0, receipt: 'none', opening };
  }

  #engineFor({ knowledge, state }: Live, input?: Input): Engine | undefined | Promise<Engine | undefined> {
    const { engines } = this.#options;
    // Only a catalogue needs to know what the turn is about.
    return engines.holding ? engines.holding(needOfTurn(consultationAt(state), input)) : engines.of(knowledge);
  }

  /** The answer to a turn that is now kept; undefined when it could not be the next one. */
  async #answerNow(id: string, live: Live, sent: Sent): Promise<AnswerBody | undefined> {
    const { clock, mostTurns } = this.#options;
    const { input, json } = sent;
    const found = this.#engineFor(live, input);
    const engine = found instanceof Promise ? await found : found;
    const seq = live.seq + 1;
    if (!engine || seq > mostTurns) return undefined;
    const decided = this.#decisions.decide(engine, live.state, input, json);
    const { reply } = decided.decision;
    const questions = live.questions + (answersQuestion(input, reply) ? 1 : 0);
    const { knowledge } = live;
    const region = engine.knowledge.region.id;
    const taken: TakenTurn = {
      id,
      seq,
      input,
      reply,
      questions,
      region,
      knowledge,
      engine: ENGINE_VERSION,
      at: clock.now(),
    };
    const going: Going = { decided, sent, opening: live.opening };
    if (reply.kind !== 'notice') return await this.#keep(taken, going, live.receipt);
    const last = live.receipt ?? (await this.#store.lastReceipt(id));
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#keep(taken, going, last);
      } catch (error) {
        // The number drawn for the receipt is another one's: draw again.
        if (tries === MOST_DRAWS || !isTaken(error)) throw error;
      }
    }
  }

  /** Keeps a turn with everything that goes with it, and gives the answer; undefined when it is not the next one. */
  async #keep(turnTaken: TakenTurn, { decided, sent, opening }: Going, last: Last): Promise<AnswerBody | undefined> {
    const { receipts, companions, observe } = this.#options;
    const { id, seq, knowledge, questions, at, region } = turnTaken;
    const { turn, json: input } = sent;
    const { decision, isShared } = decided;
    const prepared = prepareReceipt(receipts, turnTaken, last);
    const taken = prepared ? { ...turnTaken, reply: prepared.reply } : turnTaken;
    const shared = isShared && !prepared ? this.#replies.prepare(decision, at) : undefined;
    const around = prepared && answerAround(seq, prepared.reply, prepared.link);
    // Written out: an object put together from others costs as much as the rest of this together.
    const row: TurnRow = {
      consultation: id,
      seq,
      turn,
      knowledge,
      input,
      answer: around ?? (shared ? null : answerOf(seq, textOf(decision.said))),
      reply: shared?.key ?? null,
      receipt: prepared?.link.number ?? null,
      at,
    };
    const beside = companions.flatMap((companion) => companion(taken));
    if (prepared) beside.push(...prepared.statements);
    if (shared?.statement) beside.push(shared.statement);
    const made = opening
      ? await this.#store.begin(rowOf(opening, region), row, ...beside)
      : await this.#store.append(row, ...beside);
    if (made === 0) return undefined;
    if (shared) this.#replies.remember(decision, shared);
    this.#live.set(id, { seq, knowledge, state: decision.state, questions, turn, receipt: prepared?.receipt ?? last });
    observe(taken);
    return prepared && around !== undefined ? answerWith(around, prepared.text) : answerBytes(seq, decision.said);
  }
}

/** A turn on its way. */
interface Going {
  readonly decided: Decided;
  readonly sent: Sent;
  /** How the consultation began, while it has no row of its own. */
  readonly opening: Opening | undefined;
}

/** A turn as a client sends it. */
interface Sent {
  /** The client's own id of it. */
  readonly turn: string;
  readonly input: Input;
  /** The input as JSON. */
  readonly json: string;
}

/** Times a receipt draws another number; with a billion receipts one draw in a hundred meets a number in use. */
const MOST_DRAWS = 5;
