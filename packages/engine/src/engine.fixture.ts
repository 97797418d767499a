// For tests only: a small knowledge, compiled from YAML as the real one is.
import { createEngine } from './engine.ts';
import type { Engine, Turn } from './engine.ts';
import { compileKnowledge } from './knowledge/index.ts';
import type { Input } from './model/consultation.ts';
import type { Knowledge } from './model/knowledge.ts';
import type { Reply } from './model/reply.ts';

const card = `
id: card
title: 会员卡申领、补领
name: 会员卡
aliases: [办会员卡, 补会员卡, 会员卡丢了]
authority: office
checked: { on: 2026-11-20, by: 测试 }
questions:
  - id: card-reason
    name: 办卡原因
    ask: 会员卡是什么情况？
    find: 找一找卡在不在。
    options:
      - { is: first, label: 第一次办, fact: 第一次办会员卡 }
      - { is: lost, label: 丢了, fact: 会员卡丢了, says: [不见了, 没了] }
  - age
  - guardian
materials:
  - { use: register, source: law }
  - { use: letter, when: { guardian: cannot }, keeps: handed-in, source: law }
  - { use: statement, when: { card-reason: lost }, keeps: handed-in, source: law }
fees:
  - { label: 工本费, amount: 0, when: { card-reason: first }, source: law }
  - { label: 补卡费, amount: 40, when: { card-reason: lost }, source: law }
examples:
  - { name: 成年人丢了, given: { card-reason: lost, age: 30 }, gives: { materials: [register, statement], fee: 40 } }
  - { name: 孩子第一次办, given: { card-reason: first, age: 8, guardian: cannot }, gives: { materials: [register, letter], fee: 0 } }
  - { name: 家长陪着, given: { card-reason: first, age: 8, guardian: can }, gives: { materials: [register], fee: 0 } }
`;

const pass = `
id: pass
title: 通行证申领
name: 通行证
aliases: [办通行证, 通行证]
authority: office
checked: { on: 2026-11-20, by: 测试 }
questions: [age, guardian, official]
materials:
  - { use: register, copies: 1, source: law }
  - { use: card, source: law }
  - { use: consent, when: { official: 'yes' }, keeps: handed-in, source: law }
fees: [{ label: 通行证工本费, amount: 60, source: law }]
refuse:
  - { say: 父母去不了，这里办不了, instead: 先打咨询电话, when: { guardian: cannot }, source: law }
examples:
  - { name: 成年人, given: { age: 30, official: 'no' }, gives: { materials: [register, card], fee: 60 } }
  - { name: 公职, given: { age: 30, official: 'yes' }, gives: { materials: [register, card, consent], fee: 60 } }
  - { name: 孩子没人陪, given: { age: 8, guardian: cannot }, gives: { eligible: false } }
`;

const oldBadge = `
id: old-badge
title: 光荣徽章
name: 光荣徽章
aliases: [办光荣徽章]
authority: office
checked: { on: 2026-11-20, by: 测试 }
status: discontinued
discontinued: { say: 光荣徽章已经不再发放, source: law }
`;

const shared: Readonly<Record<string, string>> = {
  'facts.yaml': 'minor: { age: { lt: 16 } }\n',
  'questions.yaml': `
- { id: age, name: 年龄, ask: 办证的人多大？, kind: number, unit: 周岁, min: 0, max: 120, find: 看户口簿上的出生日期。 }
- id: guardian
  name: 家长到场
  ask: 家长能陪着去吗？
  find: 问问家里人。
  askWhen: minor
  options: [{ is: can, label: 能去, fact: 家长陪同 }, { is: cannot, label: 去不了, fact: 家长不能陪同 }]
- id: official
  name: 公职
  ask: 办证的人是公职人员吗？
  find: 问单位人事部门。
  askWhen: { not: minor }
  options: [{ is: 'yes', label: 是, fact: 是公职人员 }, { is: 'no', label: 不是, fact: 不是公职人员 }]
`,
  'materials.yaml': `
- { id: register, name: 居民户口簿, aliases: [户口本], issuer: 公安机关, howToGet: 到派出所补领。 }
- { id: letter, name: 委托书, issuer: 本人, howToGet: 由家长写。 }
- { id: statement, name: 遗失说明, issuer: 本人, howToGet: 自己写。 }
- { id: card, name: 会员卡, issuer: 示例厅, howToGet: 先去补领。, issuedBy: card }
- { id: consent, name: 单位同意函, issuer: 所在单位, howToGet: 找人事部门开。 }
`,
  'authorities.yaml': '- { id: office, name: 示例厅, phone: 0000-0000001 }\n',
  'sources.yaml': '- { id: law, grade: law, title: 示例条例, article: 第一条, date: 2020-01-01, quote: 应当提交。 }\n',
  'synonyms.yaml': '户口本: 户口簿\n',
  'places/demo/region.yaml': `
id: demo
name: 示例市
fictional: true
hotline: 0000-12345
complaint: 0000-12346
halls:
  - id: hall
    name: 示例厅
    address: 示例路 1 号
    phone: 0000-0000001
    access: [轮椅坡道]
    hours:
      weekly: [{ days: [mon, tue, wed, thu, fri], from: '09:00', to: '17:00' }]
      closed: []
      open: []
    windows: [{ id: w1, name: 综合窗口, numbers: 1 号, floor: 1, low: true }]
`,
  'places/demo/services.yaml': 'card: { hall: hall, windows: [w1] }\npass: { hall: hall, windows: [w1] }\n',
};

const items: Readonly<Record<string, string>> = {
  'items/test/card.yaml': card,
  'items/test/pass.yaml': pass,
  'items/test/old-badge.yaml': oldBadge,
};

/** The small knowledge. Throws what the compiler found, should it ever find something. */
export function smallKnowledge(): Knowledge {
  const { knowledge, issues } = compileKnowledge(new Map(Object.entries({ ...shared, ...items })), { region: 'demo' });
  if (knowledge === undefined)
    throw new Error(issues.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return knowledge;
}

/** A conversation with the small knowledge: what was last said, and a way to go on. */
export interface Talk {
  readonly engine: Engine;
  turn: Turn;
  take(input: Input): Reply;
}

/** Opens a conversation. */
export function talk(engine: Engine = createEngine(smallKnowledge())): Talk {
  const talked: Talk = {
    engine,
    turn: engine.begin({ today: '2026-11-22' }),
    take(input) {
      talked.turn = engine.takeTurn(talked.turn.consultation, input);
      return talked.turn.reply;
    },
  };
  return talked;
}
