import { generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Knowledge } from '@onetrip/engine';
import { describe, expect, test } from 'vitest';
import type { Database } from '../storage/database.ts';
import { publishedKnowledge } from '../test-support/published-knowledge.ts';
import { temporaryDatabase, temporaryPath } from '../test-support/temporary-database.ts';
import { testClock } from '../test-support/test-clock.ts';
import { checkSignature } from './check-signature.ts';
import type { SignedText } from './check-signature.ts';
import { EngineShelf } from './engine-shelf.ts';
import type { Published } from './engine-shelf.ts';
import type { KnowledgeFault } from './knowledge-fault.ts';
import { KnowledgeWatch } from './knowledge-watch.ts';

/** Somebody with a key of their own. */
function newSigner() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (text: string): SignedText => ({
      text,
      signature: sign(null, Buffer.from(text), privateKey).toString('base64'),
    }),
  };
}

const CITY = newSigner();
const STRANGER = newSigner();
const FIRST = publishedKnowledge('第一厅');
const SECOND = publishedKnowledge('第二厅');
const clock = testClock();

function openShelf(database: Database, file: SignedText, keys: readonly string[] = [CITY.key]) {
  return EngineShelf.open({ database, clock, keys, mostOlder: 1 }, { ...file, written: 0 });
}

async function openedShelf(database: Database, file = CITY.sign(FIRST), keys?: readonly string[]) {
  const shelf = await openShelf(database, file, keys);
  if ('code' in shelf) throw new Error(shelf.code);
  return shelf;
}

function versionOf(text: string): string {
  return (JSON.parse(text) as Knowledge).version;
}

/** The same bytes but for one bit. */
function flipBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

describe('where knowledge must be signed', () => {
  test('what the city has signed is published, byte for byte and by any of its keys', async () => {
    const next = newSigner();
    const shelf = await openedShelf(await temporaryDatabase(), CITY.sign(FIRST), [CITY.key, next.key]);
    expect(await shelf.publish(CITY.sign(SECOND))).toEqual({ version: versionOf(SECOND), isNew: true });
    expect(await shelf.publish(next.sign(FIRST))).toEqual({ version: versionOf(FIRST), isNew: true });
  });

  const refused: readonly (readonly [string, KnowledgeFault['code'], SignedText])[] = [
    ['has no signature', 'knowledge-unsigned', { text: SECOND }],
    ['a stranger has signed', 'signature-wrong', STRANGER.sign(SECOND)],
    [
      'has the signature of another version',
      'signature-wrong',
      { text: SECOND, signature: CITY.sign(FIRST).signature },
    ],
    ['was changed and compiled anew', 'signature-wrong', { ...CITY.sign(SECOND), text: publishedKnowledge('第三厅') }],
    ['has an empty signature', 'signature-wrong', { text: SECOND, signature: '' }],
    ['is no knowledge at all', 'signature-wrong', STRANGER.sign('['.repeat(100_000))],
  ];

  test.each(refused)('what %s is refused as %s, and the one before serves on', async (_what, code, file) => {
    const database = await temporaryDatabase();
    const shelf = await openedShelf(database);
    const before = shelf.current;
    expect(await shelf.publish(file)).toMatchObject({ code });
    expect(shelf.current).toBe(before);
    const kept = await database.reader.selectFrom('knowledge_versions').select('version').execute();
    expect(kept).toEqual([{ version: versionOf(FIRST) }]);
    expect(await openShelf(await temporaryDatabase(), file)).toMatchObject({ code });
  });

  test('one flipped bit anywhere in the file is refused', async () => {
    const shelf = await openedShelf(await temporaryDatabase());
    const { text, signature } = CITY.sign(SECOND);
    const bytes = Buffer.from(text);
    const bits = bytes.length * 8;
    const places = Array.from({ length: 100 }, (_, index) => Math.floor((index * (bits - 1)) / 99));
    for (const place of places) {
      expect(await shelf.publish({ text: flipBit(bytes, place).toString(), signature })).toMatchObject({
        code: 'signature-wrong',
      });
    }
    expect(shelf.current.knowledge.region.name).toBe('第一厅');
  });

  test('each of the 704 bits of a signature counts', () => {
    const { text, signature = '' } = CITY.sign('{}');
    const bytes = Buffer.from(signature);
    const taken = Array.from({ length: bytes.length * 8 }, (_, bit) => flipBit(bytes, bit).toString()).filter(
      (flipped) => checkSignature({ text, signature: flipped }, [CITY.key]) === undefined,
    );
    expect([bytes.length * 8, taken]).toEqual([704, []]);
    expect(checkSignature({ text, signature }, [CITY.key])).toBeUndefined();
  });
});

describe('several processes on one database', () => {
  test('follow into what is signed, and not into what is not', async () => {
    const database = await temporaryDatabase();
    const [here, there] = [await openedShelf(database), await openedShelf(database)];
    const careless = await openedShelf(database, CITY.sign(FIRST), []);
    await there.publish(CITY.sign(SECOND));
    expect(await here.followOthers()).toEqual({ version: versionOf(SECOND), isNew: true });
    await careless.publish({ text: publishedKnowledge('第三厅') });
    expect(await here.followOthers()).toMatchObject({ code: 'knowledge-unsigned' });
    expect(await here.followOthers()).toBeUndefined();
    expect(here.current.knowledge.region.name).toBe('第二厅');
  });

  test('do not wake a version whose signature was changed in the database', async () => {
    const database = await temporaryDatabase();
    const shelf = await openedShelf(database);
    for (const hall of ['第二厅', '第三厅']) await shelf.publish(CITY.sign(publishedKnowledge(hall)));
    const { signature = '' } = STRANGER.sign(FIRST);
    const version = versionOf(FIRST);
    const setTo = (now: string) =>
      database.write((all) =>
        all.updateTable('knowledge_versions').set({ signature: now }).where('version', '=', version).execute(),
      );
    await setTo(signature);
    expect(await shelf.of(version)).toBeUndefined();
    await setTo(CITY.sign(FIRST).signature ?? '');
    expect(await shelf.of(version)).toHaveProperty('knowledge.version', version);
  });

  test('use a version that was published before it was signed, once a server brought its signature', async () => {
    const database = await temporaryDatabase();
    await openedShelf(database, { text: FIRST }, []);
    const shelf = await openedShelf(database, { ...CITY.sign(FIRST) });
    for (const hall of ['第二厅', '第三厅']) await shelf.publish(CITY.sign(publishedKnowledge(hall)));
    expect(await shelf.of(versionOf(FIRST))).toHaveProperty('knowledge.region.name', '第一厅');
  });
});

test('a watched file is published when its signature has arrived as well', async () => {
  const path = temporaryPath();
  const keep = ({ text, signature = '' }: SignedText): void => {
    writeFileSync(path, text);
    writeFileSync(`${path}.sig`, `${signature}\n`);
  };
  keep(CITY.sign(FIRST));
  const shelf = await openedShelf(await temporaryDatabase());
  const came: (Published | KnowledgeFault)[] = [];
  const failed = (error: unknown): never => {
    throw error;
  };
  const watch = new KnowledgeWatch({ shelf, path, report: (told) => came.push(told), failed });
  writeFileSync(path, SECOND);
  await watch.lookAtFile();
  await watch.lookAtFile();
  expect(came).toEqual([{ code: 'signature-wrong', detail: '' }]);
  keep(CITY.sign(SECOND));
  await watch.lookAtFile();
  await watch.lookAtFile();
  expect(came.slice(1)).toEqual([{ version: versionOf(SECOND), isNew: true }]);
});
