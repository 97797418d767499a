import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { ItemRef } from '@onetrip/engine';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { TurnEvent, WishEvent } from '../inner-events.ts';
import { choicesStyles } from './choices.styles.ts';

/** Offers items to choose from; before the first words also sentences that can be said with one tap. */
export class ChoicesComponent extends LitElement {
  static override readonly styles = [base, controls, choicesStyles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) candidates: readonly ItemRef[] = [];
  /** Before the first words: these are examples of what there is, not candidates for what was meant. */
  @property({ type: Boolean }) first = false;
  @property({ type: Boolean }) busy = false;

  @query('#lead') private readonly heading!: HTMLElement | null;

  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
  }

  override render(): TemplateResult {
    const { words, first } = this;
    return html`
      ${first && words.examples.sayings.length > 0 ? this.renderSayings() : nothing}
      <section part="choices" aria-labelledby="lead">
        <h3 id="lead" tabindex="-1" class=${first ? 'lead' : ''}>
          ${first ? words.examples.items : words.choices.lead}
        </h3>
        <ul>
          ${this.candidates.map((candidate) => html`<li>${this.renderCandidate(candidate)}</li>`)}
          ${first ? nothing : html`<li>${this.renderNone()}</li>`}
        </ul>
      </section>
    `;
  }

  private renderSayings(): TemplateResult {
    return html`<section aria-labelledby="sayings">
      <h3 id="sayings" class="lead">${this.words.examples.lead}</h3>
      <ul class="chips">
        ${this.words.examples.sayings.map(
          (text) =>
            html`<li>
              <button
                class="chip"
                part="chip"
                type="button"
                aria-disabled=${this.busy}
                @click=${() => this.busy || this.dispatchEvent(new TurnEvent({ kind: 'say', text }))}
              >
                ${text}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderCandidate({ item, title }: ItemRef): TemplateResult {
    return html`<button
      class="option"
      part="option"
      type="button"
      aria-disabled=${this.busy}
      @click=${() => this.busy || this.dispatchEvent(new TurnEvent({ kind: 'choose', items: [item] }))}
    >
      ${title}
    </button>`;
  }

  private renderNone(): TemplateResult {
    return html`<button
      class="option unsure"
      part="option"
      type="button"
      aria-disabled=${this.busy}
      @click=${() => this.busy || this.dispatchEvent(new WishEvent('none-of-these'))}
    >
      ${this.words.choices.none}
    </button>`;
  }
}
