import type { Input, NoticeReply } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../storage/open-database.ts';
import { temporaryPath } from '../test-support/temporary-database.ts';
import { testApi } from '../test-support/test-api.ts';
import type { Answer } from '../test-support/test-api.ts';

/** Told at once: nothing of it depends on the person. */
const ITEM = 'temporary-id-card';

interface NoticeAnswer {
  readonly seq: number;
  readonly reply: NoticeReply;
  readonly receipt: { readonly number: string; readonly link: string };
}

describe('the notice that a turn comes to', () => {
  test('carries a number of twelve digits, and a link of its own that only the citizen gets', async () => {
    const database = await openDatabase(':memory:');
    const api = testApi({ database });
    const { reply, receipt } = asNotice(await answerAll(api, await api.open({ items: [ITEM] })));
    expect(receipt.number).toMatch(/^\d{12}$/);
    expect(reply.notice.number).toBe(receipt.number);
    expect(receipt.link).toMatch(/^\/n\/[A-Za-z0-9_-]{22}$/);
    const kept = await database.reader.selectFrom('receipts').selectAll().executeTakeFirstOrThrow();
    expect(JSON.parse(kept.notice)).toEqual(reply.notice);
    expect(JSON.stringify(kept)).not.toContain(receipt.link.slice('/n/'.length));
  });

  test('keeps its number while it says the same, also after the server was started again', async () => {
    const path = temporaryPath();
    const first = await openDatabase(path);
    const before = testApi({ database: first });
    const id = await before.open({ items: [ITEM] });
    const told = asNotice(await answerAll(before, id));
    const repeated = asNotice(await before.turn(id, 'again', { kind: 'repeat' }));
    expect(repeated.receipt).toEqual(told.receipt);
    await first.close();
    const second = await openDatabase(path);
    const after = testApi({ database: second });
    expect(asNotice(await after.turn(id, 'later', { kind: 'repeat' })).receipt).toEqual(told.receipt);
    expect(await second.reader.selectFrom('receipts').select('number').execute()).toHaveLength(1);
    await second.close();
  });

  test('is kept once, however often it is told, and a turn sent again gets the same bytes', async () => {
    const database = await openDatabase(':memory:');
    const api = testApi({ database });
    const id = await api.open({ items: [ITEM] });
    const { reply } = asNotice(await answerAll(api, id));
    const again = await api.turn(id, 'again', { kind: 'repeat' });
    expect((await api.turn(id, 'again', { kind: 'repeat' })).text).toBe(again.text);
    expect((await testApi({ database }).turn(id, 'again', { kind: 'repeat' })).text).toBe(again.text);
    const turns = await database.reader.selectFrom('turns').select(['answer', 'receipt']).execute();
    expect(turns.filter(({ receipt }) => receipt === reply.notice.number)).toHaveLength(2);
    const longest = Math.max(...turns.map(({ answer }) => answer?.length ?? 0));
    expect(longest).toBeLessThan(again.text.length / 5);
    await database.close();
  });

  test('whose receipt is gone from the file is a fault, and not an answer without its notice', async () => {
    const database = await openDatabase(':memory:');
    const api = testApi({ database });
    const id = await api.open({ items: [ITEM] });
    await answerAll(api, id);
    await api.turn(id, 'again', { kind: 'repeat' });
    await database.write(async (t) => {
      await t
        .insertInto('erasures')
        .values({ object: id.split('.')[0] ?? '', at: 0, why: 'retention' })
        .execute();
      await t.deleteFrom('receipts').execute();
    });
    const sentAgain = await testApi({ database }).turn(id, 'again', { kind: 'repeat' });
    expect([sentAgain.status, sentAgain.json.code]).toEqual([503, 'not-kept']);
    await database.close();
  });

  test('gets another number when it says something else', async () => {
    const api = testApi();
    const id = await api.open({ items: [ITEM] });
    const told = asNotice(await answerAll(api, id));
    await api.turn(id, 'more', { kind: 'add', item: 'passport' });
    const changed = asNotice(await answerAll(api, id, 'more'));
    expect(changed.receipt.number).not.toBe(told.receipt.number);
  });
});

/** Answers every question with its first option. */
async function answerAll(api: ReturnType<typeof testApi>, id: string, prefix = 'first'): Promise<Answer> {
  let at = 0;
  let answer = await api.turn(id, `${prefix}-0`, { kind: 'repeat' });
  while (answer.json.reply.kind === 'ask') {
    const { id: question, options } = answer.json.reply.question;
    at += 1;
    const input: Input = { kind: 'answer', question, value: options[0]?.value ?? '' };
    answer = await api.turn(id, `${prefix}-${String(at)}`, input);
  }
  return answer;
}

function asNotice(answer: Answer): NoticeAnswer {
  expect(answer.json.reply.kind).toBe('notice');
  return answer.json as unknown as NoticeAnswer;
}
