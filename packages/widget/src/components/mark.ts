import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';

const SHAPES = {
  certain: svg`<path d="M4 10.5 8.2 15 16 5.5" fill="none" stroke="currentColor" stroke-width="2.4" />`,
  possible: svg`<circle cx="10" cy="10" r="6" fill="none" stroke="currentColor" stroke-width="2.2" />`,
  dropped: svg`<path d="M4.5 10h11" fill="none" stroke="currentColor" stroke-width="2.2" />`,
};

/** A tick, a ring or a dash before a line of a list; drawn, because fonts disagree on these signs. */
export function mark(shape: keyof typeof SHAPES): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">${SHAPES[shape]}</svg>`;
}
