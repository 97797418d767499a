import type { Knowledge } from '@onetrip/engine';

/** The smallest knowledge in which an answer decides what to bring: one item, one question, two materials. */
export const tinyKnowledge: Knowledge = {
  version: '000000000001',
  date: '2026-11-20',
  region: {
    id: 'demo',
    name: '示例市',
    fictional: true,
    hotline: '0000-12345',
    complaint: '0000-12346',
    halls: [],
  },
  items: [
    {
      id: 'library-card',
      title: '借书证',
      name: '借书证',
      aliases: ['办借书证'],
      domain: 'culture',
      status: 'active',
      authority: 'library',
      checked: { on: '2026-11-20', by: '示例市知识组' },
      questions: ['resident'],
      obligations: [
        material('id-card', { all: [] }),
        material('residence-permit', { question: 'resident', is: ['no'] }),
      ],
      examples: [],
    },
  ],
  questions: [
    {
      id: 'resident',
      kind: 'choice',
      ask: '户口在本市吗？',
      name: '户口',
      find: '看户口簿首页的住址。',
      options: [
        { value: 'yes', label: '在', fact: '户口在本市' },
        { value: 'no', label: '不在', fact: '户口在外地' },
      ],
    },
  ],
  materials: [
    { id: 'id-card', name: '居民身份证', issuer: '公安机关' },
    { id: 'residence-permit', name: '居住证', issuer: '公安机关' },
  ],
  authorities: [{ id: 'library', name: '示例市图书馆' }],
  sources: [{ id: 'rules', grade: 'official', title: '示例市图书馆办证须知', date: '2026-01-01' }],
  lifeEvents: [],
  search: {
    postings: { 借: [0, 1], 书: [0, 1], 证: [0, 1], 借书: [0, 1], 书证: [0, 1] },
    lengths: [5],
    synonyms: {},
    simplified: {},
    initials: ['jsz'],
  },
};

function material(id: string, when: Knowledge['items'][number]['obligations'][number]['when']) {
  return {
    kind: 'material',
    id: `material/${id}`,
    when,
    sources: ['rules'],
    local: false,
    anyOf: [{ material: id, originals: 1, copies: 0, keeps: 'shown' }],
    necessity: 'required',
  } as const;
}
