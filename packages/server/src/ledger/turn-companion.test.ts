import type { Input } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import type { TakenTurn } from '../consultations/taken-turn.ts';
import { maskInput } from '../privacy/mask-input.ts';
import type { Database } from '../storage/database.ts';
import type { LedgerRow } from '../storage/tables.ts';
import { realEngine } from '../test-support/real-engine.ts';
import { SUNDAY_NIGHT } from '../test-support/test-clock.ts';
import { temporaryDatabase } from '../test-support/temporary-database.ts';
import { WorkingDays } from './calendar/working-days.ts';
import { HOLIDAYS } from './calendar/holidays.ts';
import { dueAfter } from './due-day.ts';
import { ledgerCompanion } from './turn-companion.ts';

const due = dueAfter(new WorkingDays(HOLIDAYS), 15);

describe('what the dialogue could not answer', () => {
  test('is in the ledger with its words masked, its day and its version', async () => {
    const entries = await talk([say('帮我遛狗，我的电话 13812345678')]);
    expect(entries).toEqual([
      expect.objectContaining({
        ...{ kind: 'unanswered', region: 'demo-city', consultation: 'c1', item: null, state: 'open' },
        words: expect.stringMatching(/^帮我遛狗，我的电话 \D+$/) as string,
        knowledge: realEngine().knowledge.version,
        ...{ due: '2026-12-11', opened: SUNDAY_NIGHT, owner: null, closed: null },
      }),
    ]);
  });

  test('is there once, however often and however loudly it is said', async () => {
    const entries = await talk([say('帮我遛狗'), { kind: 'restart' }, say('帮我遛狗？？'), { kind: 'restart' }]);
    expect(entries.map(({ kind }) => kind)).toEqual(['unanswered']);
  });

  test('is left out when nothing but marks was typed', async () => {
    expect(await talk([say('……？？')])).toEqual([]);
  });

  test('is nothing while the dialogue goes well', async () => {
    expect(await talk([say('身份证丢了'), { kind: 'repeat' }])).toEqual([]);
  });
});

describe('a handoff', () => {
  test('is entered with what need not be said again', async () => {
    const [entry, ...more] = await talk([{ kind: 'choose', items: ['resident-id-card'] }, { kind: 'ask-for-clerk' }]);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: 'handoff', item: 'resident-id-card', words: '' });
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ reason: 'asked', trip: ['resident-id-card'] });
  });

  test('said again and again is one entry, and another one for another trip', async () => {
    const entries = await talk([
      { kind: 'choose', items: ['resident-id-card'] },
      { kind: 'ask-for-clerk' },
      { kind: 'ask-for-clerk' },
      { kind: 'repeat' },
      { kind: 'choose', items: ['passport'] },
      { kind: 'ask-for-clerk' },
    ]);
    expect(entries.map(({ kind, item }) => [kind, item])).toEqual([
      ['handoff', 'resident-id-card'],
      ['handoff', 'passport'],
    ]);
  });

  test('after two misses carries the message that led to it', async () => {
    const entries = await talk([say('帮我遛狗'), say('帮我喂猫')]);
    expect(entries.map(({ kind, words }) => [kind, words])).toEqual([
      ['unanswered', '帮我遛狗'],
      ['handoff', '帮我喂猫'],
    ]);
  });
});

test('a turn that is not kept leaves nothing in the ledger', async () => {
  const database = await temporaryDatabase();
  const [taken] = turns([say('帮我遛狗')]);
  const statements = ledgerCompanion({ database, due })(taken ?? never());
  const nothing = database.reader.deleteFrom('settings').where('name', '=', 'none').compile();
  await database.append(nothing, ...statements);
  expect(await read(database)).toEqual([]);
});

function say(text: string): Input {
  return { kind: 'say', text };
}

/** A conversation in the real engine, with each turn's statements kept. */
async function talk(inputs: readonly Input[]): Promise<readonly LedgerRow[]> {
  const database = await temporaryDatabase();
  const companion = ledgerCompanion({ database, due });
  for (const taken of turns(inputs)) {
    const [first, ...others] = companion(taken);
    if (first) await database.append(first, ...others);
  }
  return read(database);
}

function turns(inputs: readonly Input[]): readonly TakenTurn[] {
  const engine = realEngine();
  let { consultation } = engine.begin({ today: '2026-11-22' });
  return inputs.map((input, index) => {
    const masked = maskInput(input);
    const turn = engine.takeTurn(consultation, masked);
    ({ consultation } = turn);
    const seq = index + 1;
    const { knowledge } = consultation;
    const rest = { region: 'demo-city', engine: '0.1.0', at: SUNDAY_NIGHT + index };
    return { id: 'c1', seq, input: masked, reply: turn.reply, questions: 0, knowledge, ...rest };
  });
}

function read(database: Database): Promise<readonly LedgerRow[]> {
  return database.reader.selectFrom('ledger').selectAll().orderBy('opened').execute();
}

function never(): never {
  throw new Error('no turn');
}
