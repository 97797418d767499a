import { expect, it } from 'vitest';
import { isMap, parseDocument } from 'yaml';
import { IssueLog } from '../issue-log.ts';
import { locateNodes } from './locate-nodes.ts';

/** How many nodes were looked at to read a file, and what was said of it. */
function workOf(text: string) {
  const log = new IssueLog();
  const anchors = parseDocument(text);
  if (!isMap(anchors.contents)) throw new Error('the fixture is a map');
  let nodes = 0;
  const place = () => {
    nodes += 1;
    return { file: 'x.yaml', line: 1, column: 1 };
  };
  const located = locateNodes(anchors.contents, { place, source: text, log, anchors });
  return { located, nodes, codes: log.sorted().map(({ code }) => code) };
}

it('reads a file of a billion laughs in less than a thousand steps', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  const lines = names.map((name, n) =>
    n === 0
      ? 'a: &a ha'
      : `${name}: &${name} [${Array(9)
          .fill(`*${names[n - 1] ?? ''}`)
          .join(', ')}]`,
  );
  const { located, nodes, codes } = workOf(lines.join('\n'));
  expect(codes).toEqual(['too-many-aliases']);
  expect(located).toBeUndefined();
  expect(nodes).toBeLessThan(1000);
});

it('copies ten thousand values at the most, however long the list and however many its aliases', () => {
  const list = `a: &a [${Array(3_000).fill('x').join(', ')}]`;
  const { located, nodes, codes } = workOf([list, ...Array.from({ length: 99 }, (_, n) => `u${n}: *a`)].join('\n'));
  expect(codes).toEqual(['too-many-aliases']);
  expect(located).toBeUndefined();
  expect(nodes).toBeLessThan(20_000);
});

it('lets an honest file say the same a few times', () => {
  const { located, codes } = workOf('a: &a [x, y]\nb: *a\nc: *a\n');
  expect(codes).toEqual([]);
  expect(located).toMatchObject({
    entries: [{ key: 'a' }, { value: { items: [{ value: 'x' }, { value: 'y' }] } }, {}],
  });
});
