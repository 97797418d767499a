import { noticeText } from '@onetrip/engine';
import * as fc from 'fast-check';
import { realEngine } from './real-engine.ts';

const GENERATED = 9000;
const digits = (count: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((list) => list.join(''));
const oneOf = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const number = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(String);
const joined = (...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((list) => list.join(''));

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
  .chain((iso) =>
    oneOf(
      iso,
      iso.replaceAll('-', '.'),
      iso.replaceAll('-', '/'),
      iso.replaceAll('-', ''),
      `${iso.slice(0, 4)}年${iso.slice(5, 7)}月`,
    ),
  );
const price = joined(number(1, 20_000), oneOf('', '.50', '.00'), oneOf('元', ' 元', '块钱'));
const hotline = oneOf(
  '12345',
  '12333',
  '12367',
  '12366',
  '110',
  '95588',
  '96110',
  '400-810-1234',
  '4008101234',
  '0000-12345',
  '0000-0000003',
);

/** What offices and citizens write with digits in it that names nobody. */
const templates: readonly fc.Arbitrary<string>[] = [
  joined('有效期', day, '至', day),
  joined('办理时间 ', day, ' ', number(8, 11), ':00-', number(13, 18), ':30'),
  joined('补领收费', price, '，首次', price),
  joined('请打', hotline, '或者', hotline),
  joined('带', number(1, 9), '张照片、', number(1, 9), '份复印件，共', price),
  joined('事项编码', digits(17), oneOf('B', 'K', 'X', 'M', 'T'), digits(13)),
  joined('统一社会信用代码91', digits(6), 'M', digits(6), 'Y', digits(2)),
  joined(oneOf('国发', '公通字', '民发', '示府办'), '〔', number(1990, 2026), '〕', number(1, 300), '号'),
  joined(
    '第',
    day.map((text) => text.replace(/\D/g, '')),
    digits(2),
    '号公告',
  ),
  joined('受理号', number(2015, 2026), digits(8), '，窗口', number(1, 30), '号'),
  joined('国务院令第', number(100, 800), '号，GB/T ', number(1000, 50_000), '-', number(1990, 2026)),
  joined(
    '孩子',
    number(1, 17),
    '岁，',
    number(2008, 2026),
    '年',
    number(1, 12),
    '月出生，户口在',
    number(1, 99),
    '号院',
    number(1, 30),
    '号楼',
  ),
  joined('ISBN 978-7-', digits(3), '-', digits(5), '-', digits(1)),
  joined('面积', number(10, 300), '.', digits(2), '㎡，总价', number(50, 900), '万元，', number(1, 30), '年'),
];

/** At least ten thousand sentences without anything personal: those of the knowledge, of its notices, and generated ones. */
export function cleanSentences(): readonly string[] {
  const { knowledge } = realEngine();
  const { items, questions, materials, sources, authorities, region, lifeEvents } = knowledge;
  const written = textsOf([items, questions, materials, sources, authorities, region, lifeEvents]);
  const generated = fc.sample(fc.oneof(...templates), { numRuns: GENERATED, seed: 20261122 });
  return [...new Set([...written, ...noticeLines(), ...generated])];
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** The lines of the notice that each example of each item ends in. */
function noticeLines(): readonly string[] {
  const engine = realEngine();
  return engine.knowledge.items.flatMap((item) => {
    let { consultation, reply } = engine.begin({
      today: '2026-11-22',
      locale: 'zh-CN',
      channel: 'api',
      items: [item.id],
    });
    for (let asked = 0; reply.kind === 'ask' && asked < 40; asked += 1) {
      const { id, options } = reply.question;
      const first = options[0]?.value;
      const answer =
        first === undefined
          ? { kind: 'unsure' as const, question: id }
          : { kind: 'answer' as const, question: id, value: first };
      ({ consultation, reply } = engine.takeTurn(consultation, answer));
    }
    return reply.kind === 'notice' ? noticeText(reply.notice).split('\n') : [];
  });
}
