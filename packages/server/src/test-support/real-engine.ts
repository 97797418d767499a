import type { Consultation, Engine, Input, Knowledge, Reply, Turn } from '@onetrip/engine';

const knowledge = {
  version: 'abc123abc123',
  date: '2026-11-20',
  region: { id: 'shili', name: '示例市', fictional: true, hotline: '0000-12345', complaint: '0000-12345', halls: [] },
  items: [
    {
      id: 'resident-id-card',
      title: '居民身份证申领、换领、补领',
      name: '居民身份证',
      aliases: [],
      domain: 'identity',
      status: 'active',
      authority: 'a',
      checked: { on: '2026-11-20', by: 'x' },
      questions: ['age-band'],
      obligations: [],
      examples: [],
    },
  ],
  questions: [{ id: 'age-band', kind: 'choice', ask: '给谁办？', name: '年龄', options: [] }],
  materials: [],
  authorities: [{ id: 'a', name: '公安' }],
  sources: [],
  lifeEvents: [],
  search: { postings: {}, lengths: [], synonyms: {}, simplified: {}, initials: [] },
} as unknown as Knowledge;

export function realEngine(): Engine {
  const base = { say: ['好'], understood: [], answered: [], trip: [] };
  const turn = (consultation: Consultation, reply: object): Turn => ({
    consultation,
    reply: { ...base, ...reply } as unknown as Reply,
  });
  return {
    knowledge,
    begin: ({ today, locale = 'zh-CN', channel = 'web', items = [] }) =>
      turn(
        {
          knowledge: knowledge.version,
          today,
          locale,
          channel,
          stage: 'choosing',
          trip: items,
          answers: {},
          lacks: [],
          misses: 0,
          turns: [],
        },
        { kind: 'choose', candidates: [{ item: 'resident-id-card', title: 'x' }] },
      ),
    takeTurn: (consultation, input: Input) => {
      const next = { ...consultation, turns: [...consultation.turns, input] };
      if (input.kind === 'say' && input.text.trim() === '')
        return turn(next, { kind: 'problem', code: 'empty-message' });
      if (input.kind === 'answer' || input.kind === 'choose')
        return turn(next, { kind: 'problem', code: 'unknown-option' });
      return turn(
        { ...next, trip: ['resident-id-card'] },
        { kind: 'ask', question: { id: 'age-band' }, n: next.turns.length },
      );
    },
    survey: (c) => ({
      trip: c.trip.map((item) => ({ item, title: 'x' })),
      questions: [],
      notice: {} as never,
      settled: false,
    }),
    writeNotice: () => ({}) as never,
    findItems: (q, limit = 9) =>
      (q === '' || '身份证'.includes(q) ? [{ item: 'resident-id-card', title: 'x' }] : []).slice(0, limit),
  };
}
