import type { HandoffReply } from '@onetrip/engine';
import type { TakenTurn, TurnCompanion } from '../consultations/taken-turn.ts';
import { cleanWords } from './clean-words.ts';
import type { DueDay } from './due-day.ts';
import { ledgerStatements } from './ledger-statements.ts';
import type { LedgerStatementsOptions } from './ledger-statements.ts';
import { newEntry } from './new-entry.ts';
import type { Trouble } from './new-entry.ts';
import { sameWords } from './same-words.ts';

/** What entries from turns are made with. */
export interface TurnCompanionOptions extends LedgerStatementsOptions {
  readonly due: DueDay;
}

/**
 * Enters into the ledger what the dialogue could not answer: a message that found nothing, and every handing over to
 * a person. The same message again, or the same handoff again, is still one entry.
 */
export function ledgerCompanion({ due, ...options }: TurnCompanionOptions): TurnCompanion {
  const statements = ledgerStatements(options);
  return (taken) => {
    const trouble = troubleOf(taken);
    if (!trouble) return [];
    return statements(newEntry(trouble, { at: taken.at, due: due(taken.at), by: 'citizen' }));
  };
}

function troubleOf(taken: TakenTurn): Trouble | undefined {
  if (taken.reply.kind === 'not-found') return unanswered(taken);
  return taken.reply.kind === 'handoff' ? handoff(taken, taken.reply) : undefined;
}

function unanswered(taken: TakenTurn): Trouble | undefined {
  const words = wordsOf(taken);
  const subject = sameWords(words);
  // Blanks and question marks alone are nothing that anybody could learn to answer.
  return subject === '' ? undefined : { ...common(taken), kind: 'unanswered', words, subject };
}

function handoff(taken: TakenTurn, { reason, summary }: HandoffReply): Trouble {
  const base = common(taken);
  const once = JSON.stringify([reason, tripOf(taken)]);
  return {
    ...base,
    kind: 'handoff',
    words: wordsOf(taken),
    detail: { ...base.detail, reason, summary: summary.map(cleanWords) },
    once,
  };
}

function common(taken: TakenTurn): Omit<Trouble, 'kind' | 'words'> {
  const { id, region, knowledge } = taken;
  const trip = tripOf(taken);
  return { region, consultation: id, item: trip.length === 1 ? trip[0] : undefined, knowledge, detail: { trip } };
}

function tripOf({ reply }: TakenTurn): readonly string[] {
  return reply.trip.map(({ item }) => item);
}

function wordsOf({ input }: TakenTurn): string {
  return input.kind === 'say' ? cleanWords(input.text) : '';
}
