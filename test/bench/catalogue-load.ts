import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  compiledRegion,
  digestOf,
  itemRows,
  onShelf,
  overlayOf,
  regionCalled,
  runPatiently,
} from '@onetrip/server/test-support';
import type { ItemContent } from '@onetrip/server/test-support';
import { fullItem, lightItem, numbers, withOwnPlace } from './catalogue-content.ts';
import type { Region } from './catalogue-content.ts';
import { TITLES } from './catalogue-titles.ts';

/** What a bulk load came to. */
export interface Loaded {
  readonly fillSeconds: number;
  readonly indexSeconds: number;
}

/** Years from now. */
const FOREVER = 2_147_483_647;

/**
 * Fills the catalogue with regions beside the one that is measured: the rows that publishing them would write, by COPY,
 * with the index built afterwards. Beside it, the same items without regions, for what is measured against it.
 */
export async function loadRegions(address: string, count: number, shape: Region): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-load-'));
  // PostgreSQL may run as another user.
  chmodSync(folder, 0o755);
  const began = performance.now();
  const index = (await runPatiently(
    address,
    `create unlogged table peer_items (shelf text, id text, title text, tokens text[])`,
    `select indexdef as text from pg_indexes where indexname = 'catalogue_items_tokens'`,
  )) as readonly { readonly text: string }[];
  await runPatiently(address, 'drop index catalogue_items_tokens');
  const pool = poolRows(shape);
  const overlays = overlayRows(shape);
  for (let at = 0; at < count; at += 1) {
    const region = `region-${String(at).padStart(3, '0')}`;
    const own = numbers(at * shape.own, shape.own).map((number) => pool[number % pool.length] as PoolRow);
    const files = {
      catalogue_items: lines(own, (row) => itemLine(region, row)),
      catalogue_overlays: lines(overlays, (line) => `${region}\t${line}`),
      peer_items: lines(own, (row) => peerLine(region, row)),
    };
    for (const [table, text] of Object.entries(files)) {
      const file = join(folder, table);
      writeFileSync(file, text);
      await runPatiently(address, `copy ${table} from '${file}'`);
    }
    await runPatiently(address, `insert into catalogue_editions values ('${region}', 1, 'made', 1, '', 1)`);
  }
  await runPatiently(
    address,
    `insert into peer_items select shelf, id, body::json ->> 'title', tokens[1:array_length(counts, 1)]
     from catalogue_items where shelf = ''`,
  );
  const filled = performance.now();
  await runPatiently(address, `set maintenance_work_mem = '1GB'`, index[0]?.text ?? '');
  const indexed = performance.now();
  await runPatiently(
    address,
    `set maintenance_work_mem = '1GB'`,
    `create index peer_items_tokens on peer_items using gin (tokens) with (fastupdate = off)`,
    `vacuum analyze`,
  );
  rmSync(folder, { recursive: true, force: true });
  return { fillSeconds: (filled - began) / 1000, indexSeconds: (indexed - filled) / 1000 };
}

/** A row of an item that any region may have. */
interface PoolRow extends ItemContent {
  readonly title: string;
}

/** The items that the base has not, each made into a row once. */
function poolRows({ shared }: Region): readonly PoolRow[] {
  const items = numbers(shared, TITLES - shared).map(lightItem);
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  return itemRows(compiledRegion(regionCalled('pool'), items)).map((row) => ({
    ...row,
    title: titles.get(row.id) ?? '',
  }));
}

function overlayRows({ shared, changed, leftOut }: Region): readonly string[] {
  const places = numbers(0, changed).flatMap((number) => {
    const item = fullItem(number);
    const overlay = overlayOf(item, withOwnPlace(item, 'here'));
    return overlay ? [overlayLine(item.id, 0, JSON.stringify(overlay), digestOf(overlay))] : [];
  });
  const hidden = numbers(shared - leftOut, leftOut).map((number) => overlayLine(fullItem(number).id, 1, '', 'hidden'));
  return [...places, ...hidden];
}

function overlayLine(item: string, hidden: number, body: string, digest: string): string {
  return [item, '1', String(FOREVER), String(hidden), quoted(body), digest].join('\t');
}

function itemLine(region: string, { id, face, body, digest, tokens, counts, length, initials }: ItemContent): string {
  const found = array(tokens.map((token) => onShelf(region, token)));
  const words = [
    region,
    id,
    '1',
    String(FOREVER),
    quoted(face),
    quoted(body),
    digest,
    found,
    `{${counts.join()}}`,
    String(length),
  ];
  return [...words, quoted(initials)].join('\t');
}

function peerLine(region: string, { id, title, tokens, counts }: PoolRow): string {
  return [region, id, quoted(title), array(tokens.slice(0, counts.length))].join('\t');
}

function lines<T>(rows: readonly T[], line: (row: T) => string): string {
  return rows.map((row) => `${line(row)}\n`).join('');
}

function array(texts: readonly string[]): string {
  return quoted(`{${texts.map((text) => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join()}}`);
}

/** As COPY reads a text. */
function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
