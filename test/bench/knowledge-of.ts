import type { Knowledge, Question, ServiceItem } from '@onetrip/engine';
import { storedPlanOf } from '@onetrip/engine/knowledge';

/** A knowledge that holds just these items, planned as compiling does it: no search words, one plain material each. */
export function knowledgeOf(items: readonly ServiceItem[], questions: readonly Question[]): Knowledge {
  const uses = items
    .flatMap(({ obligations }) => obligations)
    .flatMap((line) => (line.kind === 'material' ? line.anyOf : []));
  const materials = [...new Set(uses.map(({ material }) => material))].map((id) => ({
    id,
    name: `材料${id}`,
    issuer: '示例厅',
  }));
  const plans = items.flatMap(({ id }) => {
    const plan = storedPlanOf({ items, questions }, id, '2026-11-20');
    return plan === undefined ? [] : [[id, plan] as const];
  });
  return {
    plans: Object.fromEntries(plans),
    version: 'bench',
    date: '2026-11-20',
    region: { id: 'demo', name: '示例市', fictional: true, hotline: '0', complaint: '1', halls: [] },
    items,
    questions,
    materials,
    authorities: [{ id: 'office', name: '示例厅' }],
    sources: [{ id: 'law', grade: 'law', title: '示例条例', date: '2020-01-01' }],
    lifeEvents: [],
    search: { postings: {}, lengths: items.map(() => 0), synonyms: {}, simplified: {}, initials: items.map(() => '') },
  };
}
