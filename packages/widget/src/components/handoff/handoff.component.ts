import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { base } from '../../styles/base.styles.ts';
import { cardStyles } from '../../styles/card.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { handoffStyles } from './handoff.styles.ts';

/** Shows whom to call, and what need not be said again to that person. */
export class HandoffComponent extends LitElement {
  static override readonly styles = [base, controls, cardStyles, handoffStyles];

  @property({ attribute: false }) words!: Words;
  @property() heading = '';
  @property() phone = '';
  @property({ attribute: false }) summary: readonly string[] = [];

  @query('h3') private readonly top!: HTMLElement | null;

  override focus(options?: FocusOptions): void {
    this.top?.focus(options);
  }

  override render(): TemplateResult {
    const { handoff } = this.words;
    return html`<section class="card" part="handoff" aria-labelledby="title">
      <h3 id="title" tabindex="-1">${this.heading}</h3>
      <p>${handoff.phone}</p>
      <a class="phone" part="phone" href="tel:${this.phone.replace(/[^\d+*#]/g, '')}">${this.phone}</a>
      ${
        this.summary.length > 0
          ? html`<h4>${handoff.known}</h4>
              <ul>
                ${this.summary.map((line) => html`<li>${line}</li>`)}
              </ul>`
          : nothing
      }
      <slot></slot>
    </section>`;
  }
}
