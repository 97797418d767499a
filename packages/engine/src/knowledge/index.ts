// Compiling: YAML texts → knowledge, or issues.
export { compileKnowledge } from './compile-knowledge.ts';
export type { Compiled, CompileOptions } from './compile-knowledge.ts';
export { CompileMemory } from './compile-memory.ts';
export type { Proposal } from './check-rules.ts';

// Which knowledge it is.
export { knowledgeVersion } from './knowledge-version.ts';

// Items that were made, not written.
export { proveItem } from './prove-item.ts';
export type { ProvedItem } from './prove-item.ts';
export { indexSearch } from './index-search.ts';

// The folder on disk.
export { readKnowledge } from './read-knowledge.ts';
export { readFolder } from './read-folder.ts';

// Issues on a terminal.
export { formatIssues } from './format-issues.ts';
export { formatProposals } from './format-proposals.ts';
export type { Issue } from '../model/issue.ts';
export type { Knowledge } from '../model/knowledge.ts';

// What the order of an item's questions costs.
export { formatOrders } from './format-orders.ts';
export { publicodesOrder } from './publicodes-order.ts';
export type { PublicodesOrder } from './publicodes-order.ts';
export { planItem, storedPlanOf } from '../rules/plan/plan-item.ts';
export type { ItemPlan } from '../rules/plan/plan-item.ts';
