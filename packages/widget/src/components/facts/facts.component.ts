import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AnswerValue, AskedQuestion } from '@onetrip/engine';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { focusWhenDrawn } from '../focus-when-drawn.ts';
import { TurnEvent } from '../inner-events.ts';
import { factsStyles } from './facts.styles.ts';

/** An answer as it is shown: a name and a statement. */
export interface Fact {
  readonly question: string;
  readonly name: string;
  readonly label: string;
  readonly unsure: boolean;
  /** It was answered once and does not apply now. */
  readonly dormant?: boolean;
}

/** An earlier answer that is open for change: its question and the answer that counts until then. */
export interface Editing {
  readonly question: AskedQuestion;
  readonly chosen: AnswerValue | null;
}

/** Lists answers and lets each be changed in its own place, without going back to the question. */
export class FactsComponent extends LitElement {
  static override readonly styles = [base, controls, factsStyles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) facts: readonly Fact[] = [];
  @property({ attribute: false }) editing: Editing | undefined;
  @property({ type: Boolean }) busy = false;
  /** Two beside each other where there is room. */
  @property({ type: Boolean, reflect: true }) columns = false;
  /** Only shown, not to be changed here. */
  @property({ type: Boolean }) frozen = false;

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('editing')) return;
    const before: Editing | undefined = changed.get('editing');
    const now = this.editing?.question.id;
    if (now && now !== before?.question.id) this.focusEditor(now);
  }

  /** The button that opened the editor stays; the person asked for the editor, so focus may go there. */
  private focusEditor(question: string): void {
    const opener = this.shadowRoot?.activeElement;
    if (opener instanceof HTMLElement && opener.dataset['question'] === question) {
      void focusWhenDrawn(this.shadowRoot?.querySelector('onetrip-question'));
    }
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const before: Editing | undefined = changed.get('editing');
    if (!before || this.editing) return;
    const editor = this.shadowRoot?.querySelector('onetrip-question');
    if (editor && this.shadowRoot?.activeElement === editor) {
      this.shadowRoot.querySelector<HTMLElement>(`button[data-question="${CSS.escape(before.question.id)}"]`)?.focus();
    }
  }

  override render(): TemplateResult {
    return html`<div role="list" part="facts">
      ${repeat(
        this.facts,
        (fact) => fact.question,
        (fact) => this.renderFact(fact),
      )}
    </div>`;
  }

  private renderFact(fact: Fact): TemplateResult {
    const { words } = this;
    const editing = this.editing?.question.id === fact.question ? this.editing : undefined;
    return html`
      <div class="row ${fact.unsure ? 'unsure' : ''} ${fact.dormant ? 'dormant' : ''}" role="listitem">
        <span class="name">${fact.name}</span>
        <span class="label">${fact.dormant ? words.answers.dormant : fact.label}</span>
        ${fact.dormant || this.frozen ? nothing : this.renderChange(fact, editing !== undefined)}
      </div>
      ${editing ? this.renderEditor(editing) : nothing}
    `;
  }

  private renderChange(fact: Fact, open: boolean): TemplateResult {
    return html`<button
      class="link"
      type="button"
      data-question=${fact.question}
      aria-label=${this.words.answers.changeWhat(fact.name)}
      aria-expanded=${open}
      aria-disabled=${this.busy}
      @click=${() => this.change(fact.question, open)}
    >
      ${this.words.answers.change}
    </button>`;
  }

  private change(question: string, open: boolean): void {
    if (!this.busy && !open) this.dispatchEvent(new TurnEvent({ kind: 'change', question }));
  }

  private renderEditor(editing: Editing): TemplateResult {
    return html`<div class="editor" role="listitem">
      <onetrip-question
        compact
        .words=${this.words}
        .question=${editing.question}
        .chosen=${editing.chosen}
        ?busy=${this.busy}
      ></onetrip-question>
    </div>`;
  }
}
