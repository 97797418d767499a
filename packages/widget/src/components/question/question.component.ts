import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { AnswerValue, AskedQuestion } from '@onetrip/engine';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { TurnEvent, WishEvent } from '../inner-events.ts';
import { questionStyles } from './question.styles.ts';

/**
 * Puts one question and takes its answer: options as buttons, "not sure" always among them, and for numbers and
 * dates a field as well.
 *
 * When the question is replaced while the person is inside it, focus moves to the new question; otherwise focus
 * stays where it is.
 */
export class QuestionComponent extends LitElement {
  static override readonly styles = [base, controls, questionStyles];

  @state() private folded = false;

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) question!: AskedQuestion;
  /** Questions still to come after this one; without it, nothing is said about that. */
  @property({ attribute: false }) remaining: number | undefined;
  /** The answer that counts now, when it is being changed; `null` for "not sure". */
  @property({ attribute: false }) chosen: AnswerValue | null | undefined;
  /** Why this is asked, once the person wanted to know. */
  @property({ attribute: false }) because: readonly string[] = [];
  @property({ type: Boolean }) busy = false;
  /** An earlier answer is being changed in its own place. */
  @property({ type: Boolean, reflect: true }) compact = false;

  @query('.ask') private readonly heading!: HTMLElement | null;

  override willUpdate(changed: PropertyValues<this>): void {
    const before: AskedQuestion | undefined = changed.get('question');
    if (!before || before.id === this.question.id) return;
    this.folded = false;
    // Before the old buttons go, or focus would fall to the page.
    if (this.matches(':focus-within')) this.heading?.focus({ preventScroll: true });
  }

  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
  }

  private answer(value: AnswerValue): void {
    if (!this.busy) this.dispatchEvent(new TurnEvent({ kind: 'answer', question: this.question.id, value }));
  }

  private sayUnsure(): void {
    if (!this.busy) this.dispatchEvent(new TurnEvent({ kind: 'unsure', question: this.question.id }));
  }

  private askWhy(): void {
    if (this.because.length > 0) this.folded = !this.folded;
    else if (!this.busy) this.dispatchEvent(new TurnEvent({ kind: 'why', question: this.question.id }));
  }

  private takeTyped(event: SubmitEvent): void {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('typed') as HTMLInputElement;
    const typed = field.value.trim();
    if (typed === '') return field.focus();
    this.answer(this.question.kind === 'number' ? Number(typed) : typed);
  }

  override render(): TemplateResult {
    const { question, words } = this;
    return html`
      <section part="question" aria-labelledby="ask">
        ${this.renderRemaining()}
        <h3 id="ask" class="ask" tabindex="-1">
          ${this.compact ? html`<span class="unseen">${words.question.changing}</span>` : nothing}${question.text}
        </h3>
        ${question.help ? html`<p class="help">${question.help}</p>` : nothing}
        <div class="options" role="group" aria-labelledby="ask">
          ${question.options.map((option) => this.renderOption(option.value, option.label))}
          <button
            class="option unsure"
            part="option"
            type="button"
            aria-pressed=${this.pressed(this.chosen === null)}
            aria-disabled=${this.busy}
            @click=${this.sayUnsure}
          >
            ${words.question.unsure}
          </button>
        </div>
        ${question.kind === 'choice' ? nothing : this.renderTyped()} ${this.renderAfter()}
      </section>
    `;
  }

  private renderRemaining(): TemplateResult | typeof nothing {
    if (this.remaining === undefined) return nothing;
    const { remaining, last } = this.words.question;
    return html`<p class="remaining">${this.remaining > 0 ? remaining(this.remaining) : last}</p>`;
  }

  private renderOption(value: AnswerValue, label: string): TemplateResult {
    return html`<button
      class="option"
      part="option"
      type="button"
      aria-pressed=${this.pressed(this.chosen === value)}
      aria-disabled=${this.busy}
      @click=${() => this.answer(value)}
    >
      ${label}
    </button>`;
  }

  /** Only an answer that is being changed has a state to show; a first answer is a plain button. */
  private pressed(isChosen: boolean): 'true' | 'false' | typeof nothing {
    if (this.chosen === undefined) return nothing;
    return isChosen ? 'true' : 'false';
  }

  private renderTyped(): TemplateResult {
    const { words, question } = this;
    const isNumber = question.kind === 'number';
    return html`<form class="typed" novalidate @submit=${this.takeTyped}>
      <label for="typed">${isNumber ? words.question.typeNumber(question.unit ?? '') : words.question.typeDate}</label>
      <input
        id="typed"
        name="typed"
        part="field"
        autocomplete="off"
        type=${isNumber ? 'number' : 'date'}
        inputmode=${isNumber ? 'numeric' : nothing}
      />
      <button class="plain" type="submit" aria-disabled=${this.busy}>${words.question.confirm}</button>
    </form>`;
  }

  private renderAfter(): TemplateResult {
    const { words } = this;
    if (this.compact) {
      return html`<div class="after">
        <button class="link" type="button" @click=${() => this.dispatchEvent(new WishEvent('keep'))}>
          ${words.question.keep}
        </button>
      </div>`;
    }
    const open = this.because.length > 0 && !this.folded;
    return html`
      <div class="after">
        <button class="link" type="button" aria-expanded=${open} aria-disabled=${this.busy} @click=${this.askWhy}>
          ${words.question.why}
        </button>
      </div>
      ${open ? html`<div class="why">${this.because.map((line) => html`<p>${line}</p>`)}</div>` : nothing}
    `;
  }
}
