import type { BeginOptions, Input, Reply } from '@onetrip/engine';
import type { Engines } from '../knowledge/engines.ts';
import { engineHolding } from '../knowledge/engines.ts';
import type { Events } from './consultation-store.ts';
import type { Decisions } from './decisions.ts';
import { needOfTurn } from './need-of-turn.ts';
import type { State } from './state.ts';
import { consultationAt } from './state.ts';

/** What turns have come to. */
export interface Replayed {
  readonly state: State;
  /** Questions answered on the way. */
  readonly questions: number;
}

/**
 * How a consultation stands after its turns; undefined when its knowledge is gone.
 *
 * Most of what it decides has been decided for somebody before, and is looked up: a consultation that was forgotten for want of
 * room, or goes on in another process, costs little more than reading it. Only what people said in words of their own is
 * read again.
 */
export async function replay(engines: Engines, decisions: Decisions, events: Events): Promise<Replayed | undefined> {
  const begin = JSON.parse(events.begun) as BeginOptions;
  const opening = await engineHolding(engines, { version: events.knowledge, items: begin.items ?? [] });
  if (!opening) return undefined;
  let { state } = decisions.begin(opening, begin, events.begun);
  let questions = 0;
  for (const json of events.inputs) {
    const input = JSON.parse(json) as Input;
    const engine = engines.holding ? await engines.holding(needOfTurn(consultationAt(state), input)) : opening;
    if (!engine) return undefined;
    const { reply, state: next } = decisions.decideAgain(engine, state, input, json);
    if (answersQuestion(input, reply)) questions += 1;
    state = next;
  }
  return { state, questions };
}

/** Whether somebody who was asked has answered. */
export function answersQuestion({ kind }: Input, reply: Reply): boolean {
  return (kind === 'answer' || kind === 'unsure') && reply.kind !== 'problem';
}
