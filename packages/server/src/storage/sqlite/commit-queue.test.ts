import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CommitQueue } from './commit-queue.ts';
import { SqliteConnection } from './sqlite-connection.ts';

const INSERT = { sql: 'INSERT INTO rows VALUES (?)', parameters: [0] };

let connection: SqliteConnection;
let queue: CommitQueue;
/** How many rows there were after each commit. */
let commits: number[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  connection = new SqliteConnection(':memory:', { forReading: false });
  connection.exec('CREATE TABLE rows (at INTEGER)');
  commits = [];
  const watched = Object.create(connection) as SqliteConnection;
  watched.exec = (sql) => {
    connection.exec(sql);
  };
  watched.prepare = (sql) => {
    const statement = connection.prepare(sql);
    if (sql !== 'commit') return statement;
    return {
      ...statement,
      run: (parameters) => {
        const result = statement.run(parameters);
        commits.push(rows());
        return result;
      },
    };
  };
  queue = new CommitQueue(watched, 100);
});

afterEach(() => {
  vi.useRealTimers();
  connection.close();
});

test('who comes alone is kept at once, again and again', async () => {
  for (let come = 1; come <= 3; come += 1) {
    write();
    await looks();
    expect(rows()).toBe(come);
  }
});

test('in a busy hour those who come one by one share a commit, and who comes when it is quiet again need not wait', async () => {
  write();
  write();
  await looks();
  write();
  vi.advanceTimersByTime(1);
  write();
  await looks();
  expect(commits).toEqual([2]);
  vi.advanceTimersByTime(1);
  await looks();
  expect(commits).toEqual([2, 4]);
  vi.advanceTimersByTime(100);
  write();
  await looks();
  expect(commits).toEqual([2, 4, 5]);
});

test('a long write that comes while the queue rests follows what came before it, and nothing is lost', async () => {
  write();
  write();
  await looks();
  write();
  const seen = queue.exclusively(() => Promise.resolve(rows()));
  vi.advanceTimersByTime(2);
  await looks();
  expect(await seen).toBe(3);
  expect(commits).toEqual([2, 3]);
});

test('while the queue rests, more than may wait is refused, and what waits is kept', async () => {
  write();
  write();
  await looks();
  const tries = Array.from({ length: 101 }, () => queue.append([INSERT]));
  await expect(tries.pop()).rejects.toMatchObject({ code: 'storage-busy' });
  vi.advanceTimersByTime(2);
  await looks();
  expect(await Promise.all(tries)).toEqual(tries.map(() => 1));
  expect(commits).toEqual([2, 102]);
});

function write(): void {
  void queue.append([INSERT]);
}

/** More looks at the sockets than a commit ever waits for. */
async function looks(): Promise<void> {
  for (let look = 0; look < 10; look += 1) await new Promise((done) => setImmediate(done));
}

function rows(): number {
  return connection.prepare('SELECT at FROM rows').all([]).length;
}
