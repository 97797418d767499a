import type { Knowledge } from '../model/knowledge.ts';
import type { Material } from '../model/material.ts';
import type { MaterialObligation } from '../model/obligation.ts';
import type { Option, Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { grams } from '../words/grams.ts';
import { normalise } from '../words/normalise.ts';
import { createSynonyms } from '../words/synonyms.ts';

const simplified = { 護: '护', 證: '证', 遺: '遗', 駕: '驾', 過: '过' };
const synonyms = {
  户口本: '户口簿',
  驾照: '驾驶证',
  暂住证: '居住证',
  遗失: '丢了',
  掉了: '丢了',
  过期: '到期',
  娃: '孩子',
};

const option = (value: string, label: string, says: readonly string[] = []): Option => ({ value, label, says });

function choice(id: string, name: string, options: readonly Option[]): Question {
  return { id, kind: 'choice', name, ask: `${name}是什么？`, options };
}

const state = (id: string, name: string): Question =>
  choice(id, name, [
    option('first', '第一次办', ['头一次办', '没办过']),
    option('expired', '到期了', ['到期', '过期了', '快到期']),
    option('lost', '丢了', ['掉了', '不见了', '没了', '被偷']),
    option('damaged', '坏了', ['消磁', '裂了', '损坏']),
  ]);

const questions: readonly Question[] = [
  state('id-card-reason', '身份证情况'),
  state('passport-reason', '护照情况'),
  state('licence-reason', '驾驶证情况'),
  choice('household-here', '户口所在地', [
    option('here', '在本市', ['户口在本市', '本地户口']),
    option('away', '在外地', ['户口在外地', '外地户口', '外地人']),
  ]),
  choice('parents-married', '爸妈领证了吗', [
    option('yes', '领了', ['领了结婚证', '领证了', '已婚']),
    option('no', '没领', ['没领结婚证', '没领证', '未婚', '不知道爸爸是谁']),
  ]),
  choice('move', '迁入还是迁出', [option('in', '迁入', ['迁进来']), option('out', '迁出', ['迁出去'])]),
  {
    ...choice('age-band', '年龄', [
      { ...option('minor', '不满 16 周岁', ['未成年']), ages: { to: 16 } },
      { ...option('adult', '16 到 59 周岁', ['成年人']), ages: { from: 16, to: 60 } },
      { ...option('senior', '60 周岁以上'), ages: { from: 60 } },
    ]),
  },
  { id: 'age', kind: 'number', name: '年龄', ask: '今年多大？', unit: '周岁', min: 0, max: 120, options: [] },
  { id: 'copies', kind: 'number', name: '份数', ask: '要几份？', unit: '份', min: 1, max: 9, options: [] },
  { id: 'married-on', kind: 'date', name: '登记日期', ask: '哪天登记的？', options: [] },
];

const material = (id: string, name: string, aliases: readonly string[], issuedBy?: string): Material => {
  return { id, name, aliases, issuer: '公安机关', ...(issuedBy === undefined ? {} : { issuedBy }) };
};

const materials: readonly Material[] = [
  material('household-register', '居民户口簿', ['户口簿']),
  material('resident-id-card', '居民身份证', ['身份证'], 'resident-id-card'),
  material('marriage-certificate', '结婚证', [], 'marriage-certificate-reissue'),
  material('birth-certificate', '出生医学证明', ['出生证']),
];

const uses = (id: string): MaterialObligation => ({
  id: `material/${id}`,
  kind: 'material',
  when: { all: [] },
  sources: ['law'],
  local: false,
  anyOf: [{ material: id, originals: 1, copies: 0, keeps: 'shown' }],
  necessity: 'required',
});

interface Sketch {
  readonly title: string;
  readonly name?: string;
  readonly aliases: readonly string[];
  readonly asks?: readonly string[];
  readonly needs?: readonly string[];
  readonly gone?: boolean;
}

function item(id: string, { title, name = title, aliases, asks = [], needs = [], gone = false }: Sketch): ServiceItem {
  return {
    ...{ id, title, name, aliases, domain: 'test', authority: 'office', checked: { on: '2026-11-20', by: '测试' } },
    status: gone ? 'discontinued' : 'active',
    ...(gone ? { discontinued: { say: '不再办理', sources: ['law'] } } : {}),
    ...{ questions: asks, obligations: needs.map(uses), examples: [] },
  };
}

const items: readonly ServiceItem[] = [
  item('resident-id-card', {
    title: '居民身份证申领、换领、补领',
    name: '居民身份证',
    aliases: ['办身份证', '补身份证', '身份证丢了', '身份证到期', '身份证消磁'],
    asks: ['id-card-reason', 'age-band', 'household-here'],
    needs: ['household-register'],
  }),
  item('temporary-id-card', {
    title: '临时居民身份证申领',
    name: '临时居民身份证',
    aliases: ['临时身份证', '办临时身份证'],
    asks: ['age-band'],
  }),
  item('passport', {
    title: '普通护照申请',
    name: '护照',
    aliases: ['办护照', '护照丢了', '护照到期', '换护照', '出国'],
    asks: ['passport-reason', 'age'],
    needs: ['resident-id-card', 'household-register'],
  }),
  item('hk-macau-permit', {
    title: '往来港澳通行证和签注',
    name: '往来港澳通行证',
    aliases: ['港澳通行证', '通行证丢了', '去香港', '去澳门', '签注用完了'],
    needs: ['resident-id-card'],
  }),
  item('birth-registration', {
    title: '出生登记',
    aliases: ['上户口', '给孩子上户口', '报户口', '新生儿落户', '小孩上户', '孩子落户'],
    asks: ['parents-married', 'household-here'],
    needs: ['household-register', 'resident-id-card', 'marriage-certificate', 'birth-certificate'],
  }),
  item('household-move', {
    title: '户口迁移',
    aliases: ['迁户口', '户口迁入', '户口迁出', '落户', '夫妻投靠落户'],
    asks: ['move'],
    needs: ['household-register'],
  }),
  item('marriage-registration', {
    title: '结婚登记',
    aliases: ['领证', '领结婚证', '办结婚证', '登记结婚'],
    asks: ['household-here'],
    needs: ['resident-id-card'],
  }),
  item('marriage-certificate-reissue', {
    title: '补领婚姻登记证',
    name: '婚姻登记证补领',
    aliases: ['结婚证丢了', '补结婚证', '补办结婚证'],
    needs: ['resident-id-card'],
  }),
  item('divorce-registration', {
    title: '离婚登记',
    aliases: ['离婚', '协议离婚', '办离婚证'],
    needs: ['resident-id-card', 'marriage-certificate', 'household-register'],
  }),
  item('driving-licence', {
    title: '机动车驾驶证换证、补证',
    name: '机动车驾驶证',
    aliases: ['驾驶证到期', '驾照丢了', '换驾照', '补驾照'],
    asks: ['licence-reason', 'age-band', 'household-here'],
    needs: ['resident-id-card'],
  }),
  item('residence-permit', {
    title: '居住证申领、签注',
    name: '居住证',
    aliases: ['办居住证', '暂住证', '居住证签注'],
    needs: ['resident-id-card'],
  }),
  item('one-child-certificate', { title: '独生子女证', aliases: ['办独生子女证', '独生子女光荣证'], gone: true }),
];

const initials: Readonly<Record<string, string>> = {
  'driving-licence': 'jdcjszhzbz jszdq jzdq jzdl hjz bjz',
  'resident-id-card': 'jmsfzslhlbl bsfz sfzdl sfzdq',
  'temporary-id-card': 'lsjmsfzsl lssfz',
  passport: 'pthzsq bhz hzdl',
};

/** Prepares postings as the compiler does, so that the tests need no YAML. */
function postings(): Pick<Knowledge['search'], 'postings' | 'lengths'> {
  const replace = createSynonyms(synonyms);
  const found: Record<string, number[]> = {};
  const lengths = items.map(({ title, name, aliases }, index) => {
    const bag = [title, name, ...aliases].flatMap((text) => grams(replace(normalise(text, simplified))));
    for (const gram of new Set(bag)) (found[gram] ??= []).push(index, bag.filter((other) => other === gram).length);
    return bag.length;
  });
  return { postings: found, lengths };
}

/** Twelve things people ask for, small enough to read and near enough to real ones to be confused. */
export const searchFixture: Knowledge = {
  version: 'abcdef012345',
  date: '2026-11-20',
  region: { id: 'demo', name: '示例市', fictional: true, hotline: '0000-12345', complaint: '0000-12346', halls: [] },
  items,
  questions,
  materials,
  authorities: [{ id: 'office', name: '示例机关' }],
  sources: [{ id: 'law', grade: 'law', title: '示例法', date: '2026-01-01' }],
  lifeEvents: [
    {
      id: 'newborn',
      title: '新生儿一件事',
      aliases: ['刚生完孩子要办的手续', '生孩子要办哪些证'],
      items: ['birth-registration', 'residence-permit'],
    },
  ],
  search: { ...postings(), synonyms, simplified, initials: items.map(({ id }) => initials[id] ?? '') },
};
