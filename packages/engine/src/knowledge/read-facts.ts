import type { Condition } from '../model/condition.ts';
import type { Library } from './library.ts';
import { readCondition } from './read-condition.ts';
import type { ConditionScope } from './read-condition.ts';
import type { Located } from './yaml/located.ts';
import { readId } from './yaml/read-scalar.ts';

/** How many facts may name each other in a row. */
const MAX_CHAIN = 32;

/** Puts the names of facts.yaml on their shelf; their conditions are read once all questions are known. */
export function declareFacts(document: Located, library: Library): void {
  const { log, facts } = library;
  if (document.kind !== 'map') {
    log.error(document.at, 'not-a-map', '这个文件不是这样写的；请写成“情形名: 条件”的样子。');
    return;
  }
  for (const { key, keyAt, value } of document.entries) {
    const id = readId({ kind: 'text', at: keyAt, value: key, written: key }, { log, key: '情形' });
    if (id !== undefined && facts.declare(id, keyAt)) facts.fill(id, value);
  }
}

/**
 * What conditions need to name facts: each fact is read once, however often it is used, so its faults are
 * reported once and where they stand. Facts that go round in a circle are reported where the circle closes.
 */
export function createConditionScope(library: Library): ConditionScope {
  const resolved = new Map<string, Condition | undefined>();
  const open: string[] = [];
  const scope: ConditionScope = {
    library,
    fact(id, at) {
      const node = library.facts.use(id, at);
      if (!node || resolved.has(id)) return resolved.get(id);
      if (open.includes(id)) {
        const circle = [...open.slice(open.indexOf(id)), id].join(' → ');
        library.log.error(at, 'fact-cycle', `情形绕成了圈：${circle}；请让其中一个直接写条件。`);
        return undefined;
      }
      if (open.length >= MAX_CHAIN) {
        library.log.error(at, 'fact-chain-too-long', `情形一个套一个，超过 ${MAX_CHAIN} 层；请直接写条件。`);
        return undefined;
      }
      open.push(id);
      const condition = readCondition(node, scope);
      open.pop();
      resolved.set(id, condition);
      return condition;
    },
  };
  return scope;
}

/** Reads the facts that nothing names, so that their faults are found too, and returns their ids. */
export function readUnusedFacts(scope: ConditionScope): readonly string[] {
  const { facts } = scope.library;
  const unused = facts.entries().flatMap(([id]) => (facts.isUsed(id) ? [] : [id]));
  return unused.filter((id) => {
    const at = facts.placeOf(id);
    // Another unused one may have named it meanwhile.
    if (!at || facts.isUsed(id)) return false;
    scope.fact(id, at);
    return true;
  });
}
