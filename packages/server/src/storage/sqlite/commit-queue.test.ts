import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CommitQueue } from './commit-queue.ts';
import { SqliteConnection } from './sqlite-connection.ts';

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

function write(): void {
  void queue.append([{ sql: 'INSERT INTO rows VALUES (?)', parameters: [0] }]);
}

/** More looks at the sockets than a commit ever waits for. */
async function looks(): Promise<void> {
  for (let look = 0; look < 10; look += 1) await new Promise((done) => setImmediate(done));
}

function rows(): number {
  return connection.prepare('SELECT at FROM rows').all([]).length;
}
