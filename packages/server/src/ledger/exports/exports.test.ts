import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerApp } from '../../test-support/ledger-app.ts';
import type { LedgerApp } from '../../test-support/ledger-app.ts';
import { readZip } from '../../test-support/read-zip.ts';
import { exportText } from '../../text/ledger-text.ts';
import { ledgerStatements } from '../ledger-statements.ts';
import { newEntry } from '../new-entry.ts';
import { csvLine } from './csv-line.ts';
import { MOST_ROWS, writeXlsx } from './write-xlsx.ts';

const INJECTED = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =cmd|calc', '＝1+1', '=HYPERLINK("http://x","y")'];
const PLAIN = ['照片', '1-2 张', 'a=b', '“户口簿”', '', '12345'];

describe('a line of CSV', () => {
  test.each(INJECTED)('has nothing in it that a spreadsheet would run: %j', (cell) => {
    expect(parse(csvLine([cell]))).toEqual([[`'${cell}`]]);
  });

  test('read back by RFC 4180 holds what was written, whatever it is', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', "'", '照', 'a', '=', ' ') });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const [row = []] = parse(csvLine(cells));
        expect(row).toHaveLength(cells.length);
        expect(row.every((read, index) => [cells[index], `'${cells[index] ?? ''}`].includes(read))).toBe(true);
        expect(row.some((read) => /^[\s]*[=+\-@]/.test(read))).toBe(false);
      }),
    );
  });

  test('leaves alone what is harmless', () => {
    expect(parse(csvLine(PLAIN))).toEqual([PLAIN]);
  });
});

describe('the export of the ledger', () => {
  test('as CSV opens in a spreadsheet and holds every entry once, also beyond one batch', async () => {
    const site = await ledgerApp();
    const words = Array.from({ length: 1203 }, (_, index) => INJECTED[index] ?? `第${String(index)}条,"引号"`);
    await keepAll(site, words);
    const supervisor = await site.staffer('supervisor');
    const answer = await supervisor.get('/api/ledger/export?format=csv');
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="ledger-2026-11-22.csv"');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [headings, ...rows] = parse(bytes.subarray(3).toString('utf8'));
    expect(headings).toEqual(Object.values(exportText.entry));
    const column = headings?.indexOf(exportText.entry.what) ?? -1;
    expect(rows.map((row) => row[column] ?? '').sort()).toEqual(
      words.map((said) => (INJECTED.includes(said) ? `'${said}` : said)).sort(),
    );
  });

  test('as XLSX holds the same cells as text and no formula', async () => {
    const site = await ledgerApp();
    await keepAll(site, [...INJECTED, ...PLAIN, '<b>&"\u0001坏字符']);
    const supervisor = await site.staffer('supervisor');
    const answer = await supervisor.get('/api/ledger/export?format=xlsx');
    expect(answer.status).toBe(200);
    const files = readZip(Buffer.from(await answer.arrayBuffer()));
    const rows = cellsOf(files);
    expect(rows[0]).toEqual(Object.values(exportText.entry));
    const column = rows[0]?.indexOf(exportText.entry.what) ?? -1;
    const said = rows.slice(1).map((row) => row[column] ?? '');
    expect(said.sort()).toEqual([...INJECTED, ...PLAIN, '<b>&"坏字符'].sort());
    expect(files.get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]|\u0001/);
  });

  test('is narrowed by days as they are in Beijing, and by state', async () => {
    const site = await ledgerApp();
    await keepAll(site, ['昨天'], Date.parse('2026-11-22T23:59:59+08:00'));
    await keepAll(site, ['今天'], Date.parse('2026-11-23T00:00:00+08:00'));
    const supervisor = await site.staffer('supervisor');
    const said = async (query: string): Promise<readonly string[]> => {
      const [, ...rows] = parse((await (await supervisor.get(`/api/ledger/export?${query}`)).text()).slice(0));
      return rows.map((row) => row[Object.keys(exportText.entry).indexOf('what')] ?? '');
    };
    expect(await said('to=2026-11-22')).toEqual(['昨天']);
    expect(await said('from=2026-11-23&to=2026-11-23')).toEqual(['今天']);
    expect(await said('state=resolved')).toEqual([]);
  });

  test('stays within the region, and is written down', async () => {
    const site = await ledgerApp();
    await keepAll(site, ['照片']);
    const stranger = await site.staffer('supervisor', { region: 'elsewhere' });
    const rows = parse(await (await stranger.get('/api/ledger/export')).text());
    expect(rows).toHaveLength(1);
    const [row] = await site.database.reader.selectFrom('audit').selectAll().execute();
    expect(row).toMatchObject({ actor: stranger.account.id, action: 'ledger-exported', object: 'ledger' });
    expect(await site.audit.verify()).toMatchObject({ intact: true });
  });
});

describe('the export of ratings', () => {
  test('holds level, reasons and words', async () => {
    const site = await ledgerApp();
    const visit = await site.receipt();
    await site.ratings.rate(visit, { level: 2, reasons: ['slow', 'unkind'], words: '=太慢' });
    const supervisor = await site.staffer('supervisor');
    const [, row] = parse(await (await supervisor.get('/api/ratings/export')).text());
    expect(row).toEqual([visit.number, '2', '不满意', '办得慢；工作人员态度不好', "'=太慢", '2026-11-22 23:30']);
    const bound = await site.staffer('supervisor', { hall: 'demo-hall' });
    expect((await bound.get('/api/ratings/export')).status).toBe(403);
  });
});

test('a workbook is refused when it would not fit', async () => {
  const batch = Array.from({ length: 1000 }, () => ['x']);
  async function* batches(rows: number): AsyncGenerator<readonly (readonly string[])[]> {
    for (let made = 0; made < rows; made += batch.length) yield await Promise.resolve(batch);
  }
  const sheet = { name: '表', headings: ['列'] };
  expect(await writeXlsx({ ...sheet, batches: batches(MOST_ROWS) })).toBeInstanceOf(Buffer);
  expect(await writeXlsx({ ...sheet, batches: batches(MOST_ROWS + 1000) })).toBeUndefined();
});

async function keepAll({ database }: LedgerApp, words: readonly string[], at = 1): Promise<void> {
  const statements = ledgerStatements({ database });
  await Promise.all(
    words.map(async (said) => {
      const trouble = { kind: 'complaint', region: 'demo-city', knowledge: 'k', words: said, detail: {} } as const;
      const [first, ...others] = statements(newEntry(trouble, { at, due: '2026-12-11', by: 'citizen' }));
      if (first) await database.append(first, ...others);
    }),
  );
}

/** CSV by RFC 4180, written for this test alone. */
function parse(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y;
  for (let match = cells.exec(csv); match && cells.lastIndex <= csv.length; match = cells.exec(csv)) {
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
    if (cells.lastIndex === csv.length) return rows;
  }
  throw new Error(`not CSV from ${csv.slice(cells.lastIndex, cells.lastIndex + 40)}`);
}

/** The cells of the first sheet by row and column. */
function cellsOf(files: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    textOf(si),
  );
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  return [...sheet.matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, letters = 'A', attributes = '', inner = ''] of row.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const value = /t="s"/.test(attributes) ? (shared[Number(/<v>(\d+)<\/v>/.exec(inner)?.[1])] ?? '') : textOf(inner);
      cells[columnOf(letters)] = value;
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf(xml: string): string {
  const text = [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, inner = '']) => inner).join('');
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, number?: string, name?: string) =>
    name === undefined
      ? String.fromCodePoint(parseInt(hex ?? number ?? '', hex === undefined ? 10 : 16))
      : (names[name] ?? ''),
  );
}
