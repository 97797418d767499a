import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Checklist, ChecklistMark } from '@onetrip/engine';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { mark } from '../mark.ts';
import { checklistStyles } from './checklist.styles.ts';

/**
 * Shows the bring list while it is still growing: what is certain, what may come and on which answer it hangs,
 * and what has been ruled out and why.
 *
 * @csspart checklist - The box around the list.
 */
export class ChecklistComponent extends LitElement {
  static override readonly styles = [base, controls, checklistStyles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) checklist: Checklist | undefined;
  /** Fold it away under a summary, where there is no room beside the conversation. */
  @property({ type: Boolean }) foldable = false;

  override render(): TemplateResult {
    const { title, summary } = this.words.checklist;
    if (!this.foldable) {
      return html`<section class="box" part="checklist" aria-labelledby="title">
        <h3 id="title">${title}</h3>
        ${this.renderLists()}
      </section>`;
    }
    const list = this.checklist;
    return html`<details class="box" part="checklist">
      <summary>
        ${title}
        <span class="count">${list ? summary(list.certain.length, list.possible.length) : nothing}</span>
      </summary>
      ${this.renderLists()}
    </details>`;
  }

  private renderLists(): TemplateResult {
    const { checklist, words } = this;
    const known = checklist && checklist.certain.length + checklist.possible.length + checklist.dropped.length > 0;
    if (!known) return html`<p class="empty">${words.checklist.empty}</p>`;
    return html`
      ${this.renderGroup('certain', checklist.certain)} ${this.renderGroup('possible', checklist.possible)}
      ${this.renderGroup('dropped', checklist.dropped)}
    `;
  }

  private renderGroup(group: keyof Checklist, marks: readonly ChecklistMark[]): TemplateResult | typeof nothing {
    if (marks.length === 0) return nothing;
    return html`
      <h4 id=${group}>${this.words.checklist[group](marks.length)}</h4>
      <ul aria-labelledby=${group}>
        ${repeat(
          marks,
          ({ material }) => material,
          ({ name, because }) => html`
            <li class=${group}>
              ${mark(group)}
              <span class="name">${group === 'dropped' ? html`<s>${name}</s>` : name}</span>
              ${because ? html`<span class="because">${because}</span>` : nothing}
            </li>
          `,
        )}
      </ul>
    `;
  }
}
