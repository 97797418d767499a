import type { Library } from './library.ts';

/** Entries that nothing names are left out of the knowledge; their author should know. */
export function checkUnused(library: Library, unusedFacts: readonly string[]): void {
  const { log } = library;
  for (const id of unusedFacts) {
    const at = library.facts.placeOf(id);
    if (at) log.warning(at, 'unused-fact', `没有条件用到情形“${id}”；请用上，或删去。`);
  }
  const shelves = [
    { shelf: library.questions, code: 'unused-question', noun: '问题' },
    { shelf: library.materials, code: 'unused-material', noun: '材料' },
    { shelf: library.sources, code: 'unused-source', noun: '来源' },
    { shelf: library.authorities, code: 'unused-authority', noun: '实施主体' },
  ];
  for (const { shelf, code, noun } of shelves) {
    for (const [id] of shelf.entries()) {
      const at = shelf.placeOf(id);
      if (at && !shelf.isUsed(id)) log.warning(at, code, `没有事项用到${noun}“${id}”；请用上，或删去。`);
    }
  }
}
