import type { Engine, Knowledge } from '@onetrip/engine';
import { createEngine } from '@onetrip/engine';
import { knowledgeVersion } from '@onetrip/engine/knowledge';
import type { KnowledgeFault } from './knowledge-fault.ts';

/** Characters of a compiled file; three thousand items need some sixty million. */
const LONGEST = 100_000_000;

/** An engine over the knowledge of a compiled file, or what is wrong with the file. Runs nothing of it yet. */
export function checkKnowledge(text: string): Engine | KnowledgeFault {
  if (text.length > LONGEST) return { code: 'knowledge-too-large', detail: String(text.length) };
  const knowledge = parseKnowledge(text);
  if (!knowledge) return { code: 'not-a-knowledge-file', detail: text.slice(0, 40) };
  if (!isAsCompiled(knowledge)) return { code: 'knowledge-changed', detail: knowledge.version };
  try {
    return createEngine(knowledge);
  } catch (error) {
    return { code: 'knowledge-unusable', detail: String(error) };
  }
}

/** Whether it is what went wrong, and not an engine. */
export function isFault(checked: object): checked is KnowledgeFault {
  return 'code' in checked;
}

function parseKnowledge(text: string): Knowledge | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isKnowledge(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isKnowledge(read: unknown): read is Knowledge {
  return (
    typeof read === 'object' &&
    read !== null &&
    'version' in read &&
    typeof read.version === 'string' &&
    'region' in read &&
    'items' in read &&
    Array.isArray(read.items) &&
    'search' in read
  );
}

/** The version is a hash of the content and the date follows from the items, so one changed character shows. */
function isAsCompiled({ version, date, ...content }: Knowledge): boolean {
  try {
    const newest = content.items.map(({ checked }) => checked.on).reduce((a, b) => (a > b ? a : b), '');
    return knowledgeVersion(content) === version && newest === date;
  } catch {
    // Items without the shape of items, or nested deeper than anything we compile.
    return false;
  }
}
