import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from '@open-wc/testing';

declare global {
  interface Window {
    readonly axe: { run(root: Element, options: RunOptions): Promise<AxeResults> };
  }
}

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Whether a page has landmarks around the element is the page's affair.
  rules: { region: { enabled: false } },
};

/** Fails with the rule and the place of every violation that axe finds, shadow roots included. */
export async function expectAccessible(root: Element): Promise<void> {
  const { violations } = await window.axe.run(root, options);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary ?? ''}`),
  );
  expect(found, found.join('\n\n')).to.deep.equal([]);
}
