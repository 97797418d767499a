import type { Proposal } from './check-rules.ts';

/** The missing examples as text: for each file, what to paste at the end of its `examples`. */
export function formatProposals(proposals: readonly Proposal[]): string {
  return proposals.map(({ file, examples }) => [`# ${file}：接在 examples 后面`, ...examples].join('\n')).join('\n\n');
}
