import { expect, it } from 'vitest';
import { compileKnowledge } from './compile-knowledge.ts';

const BROKEN: Readonly<Record<string, string>> = {
  'sources.yaml': `- { id: card-law, grade: law, title: 证件法, date: 2011-10-29 }
- { id: card-law, grade: law, title: 证件法, date: 2011-10-29 }
- { id: bad-grade, grade: lawful, title: 某法, date: 2026-02-30 }
- { id: script, grade: official, title: 某页, date: undated, address: 'javascript:alert(1)' }
- { id: tomorrow, grade: law, title: 新法, date: 2026-11-23 }
`,
  'authorities.yaml': `- { id: police, nmae: 公安局 }
`,
  'materials.yaml': `- { id: register, name: 户口簿, issuer: 公安机关 }
- { id: vague, name: 身份证明材料 }
- { id: and-so-on, name: 户口簿、身份证等, issuer: 公安机关, issuedBy: nobody }
`,
  'questions.yaml': `- { id: any, name: 保留, ask: 行吗？, options: [{ is: yes, label: 行 }, { is: no, label: 不行 }] }
- { id: age, name: 年龄, ask: 多大？, kind: number, unit: 周岁 }
- { id: alone, name: 一个, ask: 行吗？, options: [{ is: yes, label: 行 }] }
- id: band
  name: 年龄段
  ask: 多大？
  options:
    - { is: young, label: 小, ages: { to: 16 } }
    - { is: old, label: 老, ages: { from: 14 } }
    - { is: old, label: 更老 }
- { id: hen, name: 鸡, ask: 有鸡吗？, askWhen: { egg: yes }, options: [{ is: yes, label: 有 }, { is: no, label: 无 }] }
- { id: egg, name: 蛋, ask: 有蛋吗？, askWhen: { hen: yes }, options: [{ is: yes, label: 有 }, { is: no, label: 无 }] }
`,
  'facts.yaml': `minor: { age: { lt: 十六 } }
round: { not: about }
about: { not: round }
`,
  'synonyms.yaml': `户口本: [户口簿
`,
  'items/identity/card.yaml': `id: cart
title: 身份证
name: 身份证
aliases: 补证
authority: polise
checked: { on: 2026-11-23, by: 知识组 }
questions: [age, bnad]
materials:
  - { use: register }
  - { use: registre, source: card-law }
  - { use: register, originals: 0, source: card-lay }
  - { use: register, copies: two, source: card-law, when: { age: { gte: 60, lt: 16 } } }
  - { anyOf: [{ use: register }], source: card-law, when: { hen: no } }
fees:
  - { label: 工本费等费用, amount: 40, source: card-law, when: minr }
steps:
  - 取号
  - { say: 叫号, source: card-law, from: 2026-02-01, to: 2026-01-01 }
step:
  - { say: 取号, source: card-law }
id: card
examples:
  - { name: 例子, given: { age: old }, gives: {} }
`,
  'items/identity/passport.yaml': `id: passport
title: 护照
name: 护照
aliases: [办证]
authority: police
checked: { on: 2026-11-20, by: 知识组 }
status: gone
questions: []
\texamples: []
`,
  'items/identity/permit.yaml': `id: permit
title: 通行证
name: 通行证
aliases: [补证]
authority: police
checked: { on: 2026-11-20, by: 知识组 }
questions: []
examples: []
discontinued: { say: 不办了, source: card-law }
`,
  'trips/wallet.yaml': `{ id: wallet, title: 钱包, items: [card, purse] }
`,
  'places/demo/region.yaml': `id: demo
name: 示例市
hotline: 12345
complaint: true
halls:
  - id: hall
    name: 大厅
    address: 某路
    phone: 0000
    hours: { weekly: [{ days: [mon, funday], from: '9:00', to: '17:00' }] }
    windows: [{ id: one, name: 窗口, numbers: 1 号, floor: 1 }]
`,
  'places/demo/services.yaml': `permit: { hall: hall, windows: [on] }
visa: { hall: hall }
`,
  'notes.yaml': `什么: 也不是
`,
};

const EXPECTED = `
authorities.yaml:1:3 missing-key
authorities.yaml:1:17 unknown-key
facts.yaml:1:21 wrong-bound
facts.yaml:3:15 fact-cycle
items/identity/card.yaml:1:5 file-name
items/identity/card.yaml:5:12 unknown-authority
items/identity/card.yaml:6:16 future-date
items/identity/card.yaml:7:18 unknown-question
items/identity/card.yaml:9:5 missing-source
items/identity/card.yaml:10:12 unknown-material
items/identity/card.yaml:11:5 nothing-to-bring
items/identity/card.yaml:11:44 unknown-source
items/identity/card.yaml:12:30 not-a-number
items/identity/card.yaml:12:66 empty-range
items/identity/card.yaml:13:14 one-of-one
items/identity/card.yaml:13:61 question-not-listed
items/identity/card.yaml:15:14 vague-word
items/identity/card.yaml:15:58 unknown-fact
items/identity/card.yaml:17:5 not-a-map
items/identity/card.yaml:18:56 empty-period
items/identity/card.yaml:19:1 unknown-key
items/identity/card.yaml:21:1 duplicate-key
items/identity/card.yaml:23:31 bad-answer
items/identity/card.yaml:23:45 empty-example
items/identity/passport.yaml:9:1 yaml-syntax
items/identity/permit.yaml:4:11 shared-alias
items/identity/permit.yaml:8:11 empty-list
items/identity/permit.yaml:9:15 not-discontinued
materials.yaml:2:3 missing-key
materials.yaml:2:22 vague-name
materials.yaml:3:26 vague-word
materials.yaml:3:60 unknown-item
notes.yaml:1:1 unknown-file
places/demo/region.yaml:4:12 not-a-text
places/demo/region.yaml:10:37 unknown-word
places/demo/region.yaml:10:52 bad-time
places/demo/services.yaml:1:33 unknown-window
places/demo/services.yaml:2:1 unknown-item
questions.yaml:1:9 bad-id
questions.yaml:3:45 one-option
questions.yaml:9:7 ages-overlap
questions.yaml:10:7 duplicate-option
questions.yaml:11:3 ask-when-cycle
sources.yaml:2:9 duplicate-source
sources.yaml:3:27 unknown-word
sources.yaml:3:52 bad-date
sources.yaml:4:69 bad-address
sources.yaml:5:3 future-date
synonyms.yaml:2:1 yaml-syntax
trips/wallet.yaml:1:40 unknown-item
`;

it('finds every fault of a broken folder in one run, each where it stands', () => {
  const { knowledge, issues } = compileKnowledge(BROKEN, { today: '2026-11-22' });
  expect(knowledge).toBeUndefined();
  const found = issues.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
  expect(found).toEqual(EXPECTED.trim().split('\n'));
});

it('says what to do about every one of them', () => {
  const { issues } = compileKnowledge(BROKEN, { today: '2026-11-22' });
  for (const { message } of issues) expect(message).toMatch(/(?:请|您是不是想写|它有|这里可以写).*[。？]$/u);
});

it('proposes the id that was meant', () => {
  const { issues } = compileKnowledge(BROKEN, { today: '2026-11-22' });
  const proposed = issues.flatMap(({ message }) => /您是不是想写“([^”]+)”/u.exec(message)?.[1] ?? []);
  expect(proposed).toEqual(
    expect.arrayContaining(['name', 'police', 'band', 'register', 'card-law', 'minor', 'steps', 'one']),
  );
});
