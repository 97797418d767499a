const SMALL_FOLDER: Readonly<Record<string, string>> = {
  'sources.yaml': `- { id: card-law, grade: law, title: 证件法, article: 第十条, date: 2011-10-29 }
- { id: hall-reply, grade: reply, title: 大厅答复, date: undated }
`,
  'authorities.yaml': `- { id: police, name: 示例市公安局 }
`,
  'materials.yaml': `- { id: household-register, name: 居民户口簿, aliases: [户口本], issuer: 公安机关 }
- { id: old-card, name: 原居民身份证, issuer: 公安机关, issuedBy: card }
- { id: guardian-card, name: 监护人的居民身份证, issuer: 公安机关 }
`,
  'questions.yaml': `- { id: age, name: 年龄, ask: 今年多大？, kind: number, unit: 周岁, min: 0, max: 120 }
- id: issued-on
  name: 发证日期
  ask: 证上写的是哪一天发的？
  kind: date
`,
  'facts.yaml': `minor: { age: { lt: 16 } }
lost-minor: { all: [minor, { card-reason: lost }] }
`,
  'synonyms.yaml': `户口本: 户口簿
`,
  'items/identity/card.yaml': `id: card
title: 居民身份证补领、换领
name: 居民身份证
aliases: [补身份证]
authority: police
checked: { on: 2026-11-20, by: 知识组 }
questions:
  - id: card-reason
    name: 原因
    ask: 这次是什么情况？
    options:
      - { is: lost, label: 丢了, says: [掉了] }
      - { is: expired, label: 到期了 }
  - age
  - issued-on
materials:
  - { use: household-register, when: { card-reason: lost }, source: card-law }
  - { use: old-card, when: { card-reason: expired }, keeps: handed-in, source: card-law }
  - { use: guardian-card, copies: 1, when: minor, source: [card-law, hall-reply] }
fees:
  - { label: 补领工本费, amount: 40, when: { card-reason: lost }, source: card-law }
  - { label: 换领工本费, amount: 20, when: { card-reason: expired }, source: hall-reply }
warnings:
  - { say: 孩子丢证要监护人陪同, when: lost-minor, source: card-law }
  - { say: 刚发的证请先核对, when: { issued-on: { gte: today-30 } }, source: card-law }
examples:
  - name: 成年人丢失
    given: { card-reason: lost, age: 30 }
    gives: { materials: [household-register], fee: 40, eligible: true }
  - name: 孩子到期
    given: { card-reason: expired, age: 8 }
    gives: { materials: [old-card, guardian-card], fee: 20 }
  - { name: 孩子丢失, given: { card-reason: lost, age: 8 }, gives: { eligible: true } }
`,
  'trips/lost-wallet.yaml': `{ id: lost-wallet, title: 钱包丢了, aliases: [掉了钱包], items: [card] }
`,
  'places/demo/region.yaml': `id: demo
name: 示例市
fictional: true
hotline: 0000-12345
complaint: 0000-12346
halls:
  - id: hall
    name: 示例大厅
    address: 示例路 1 号
    phone: 0000
    access: [轮椅坡道]
    hours: { weekly: [{ days: [mon, tue], from: '09:00', to: '12:00' }] }
    windows:
      - { id: household, name: 户籍窗口, numbers: 6–9 号, floor: 1, low: true }
`,
  'places/demo/services.yaml': `card: { hall: hall, windows: [household], note: 一楼 }
`,
};

/**
 * A knowledge folder of one item that compiles without an issue, with some files changed, added or (by
 * `undefined`) removed.
 */
export function smallFolder(changes: Readonly<Record<string, string | undefined>> = {}): ReadonlyMap<string, string> {
  const files = Object.entries({ ...SMALL_FOLDER, ...changes });
  return new Map(files.flatMap(([file, text]) => (text === undefined ? [] : [[file, text] as const])));
}

/** One file of the small folder after replacing some words in it; throws when the words are not there. */
export function editedFile(file: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`);
    return text.replace(from, to);
  }, SMALL_FOLDER[file] ?? '');
}
