import type { Knowledge, LifeEvent, Region, ServiceItem } from '@onetrip/engine';
import { CompileMemory, indexSearch, knowledgeVersion } from '@onetrip/engine/knowledge';
import { realEngine } from './real-engine.ts';

/** Words of a grammar that makes titles like those of a catalogue, of things that do not exist. */
const WHOSE = ['蓝鹤', '石榴', '云杉', '赤狐', '雨燕', '沙枣', '青蚨', '白鲸', '檀木', '月桂', '芒草', '砾滩'];
const WHAT = [
  '风筝',
  '陀螺',
  '灯笼',
  '纸鸢',
  '皮影',
  '竹笛',
  '陶埙',
  '木偶',
  '秋千',
  '竹马',
  '铜铃',
  '泥哨',
  '毽子',
  '弹弓',
];
const KIND = ['制作', '展演', '收藏', '修缮', '借阅', '寄存', '巡游', '评比', '养护', '授艺'];
const PAPER = ['许可证', '备案', '登记', '资格证', '登记证明', '补贴', '年审', '信息变更'];
const DEED = ['办理', '申领', '补领', '换领', '注销', '延期'];

const memory = new CompileMemory();

/** Made items by number: the same number always gives the same item, and no two have the same title. */
export function syntheticItem(number: number): ServiceItem {
  const { knowledge } = realEngine();
  const model = knowledge.items.find(({ id }) => id === 'property-record-query') as ServiceItem;
  const pick = (words: readonly string[], step: number): string =>
    words[Math.floor(number / step) % words.length] ?? '';
  const thing = `${pick(WHOSE, 1)}${pick(WHAT, 12)}${pick(KIND, 168)}${pick(PAPER, 1680)}`;
  const deed = pick(DEED, 13_440);
  const fees = [{ ...feeOf(knowledge), amount: number % 97 }];
  return {
    id: `synthetic-${String(number).padStart(6, '0')}`,
    title: `${thing}${deed}`,
    name: thing,
    aliases: [`${deed}${thing}`, `${pick(WHAT, 12)}${pick(PAPER, 1680)}怎么办`],
    domain: 'synthetic',
    status: 'active',
    authority: model.authority,
    checked: model.checked,
    questions: [],
    obligations: [...model.obligations.filter(({ kind }) => kind === 'step').slice(0, 1), ...fees],
    examples: [],
  };
}

/** The real items without what is local to the demo city, as a base has them. */
export function realItems(): readonly ServiceItem[] {
  return realEngine().knowledge.items.map((item) => ({
    ...item,
    obligations: item.obligations.filter(({ id }) => !id.includes('/local/')),
  }));
}

/** A region of that name, with the demo city's hall. */
export function regionCalled(id: string): Region {
  return { ...realEngine().knowledge.region, id, name: `虚构地区 ${id}` };
}

/** The compiled knowledge of a region with these items, as `pnpm knowledge build` would write it. */
export function compiledRegion(
  region: Region,
  items: readonly ServiceItem[],
  lifeEvents: readonly LifeEvent[] = realEngine().knowledge.lifeEvents,
): Knowledge {
  const { questions, materials, authorities, sources, search } = realEngine().knowledge;
  const sorted = items.toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  const content = { region, items: sorted, questions, materials, authorities, sources, lifeEvents };
  const whole = { ...content, search: indexSearch(content, search.synonyms, memory) };
  const date = sorted.map(({ checked }) => checked.on).reduce((a, b) => (a > b ? a : b), '');
  return { version: knowledgeVersion(whole), date, ...whole };
}

function pathOf({ domain, id }: ServiceItem): string {
  return `${domain}/${id}`;
}

function feeOf({ items }: Knowledge): Extract<ServiceItem['obligations'][number], { kind: 'fee' }> {
  const fee = items.flatMap(({ obligations }) => obligations).find(({ kind }) => kind === 'fee');
  if (fee?.kind !== 'fee') throw new Error('No item has a fee.');
  return { ...fee, id: 'fee/1', when: { all: [] } };
}
