import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AnswerValue, SurveyedQuestion } from '@onetrip/engine';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { TurnEvent } from '../inner-events.ts';
import { surveyStyles } from './survey.styles.ts';

/** Says which question the clerk turned to. Stays inside the desk. */
export class QuestionTurnedToEvent extends Event {
  static readonly type = 'onetrip-question-turned-to';

  constructor(readonly question: string) {
    super(QuestionTurnedToEvent.type, { bubbles: true });
  }
}

/**
 * All questions of a trip on one screen, each with its numbered answers, to be taken in any order.
 *
 * One question is current; it alone is a stop for Tab, and the desk's digit keys answer it.
 */
export class SurveyComponent extends LitElement {
  static override readonly styles = [base, controls, surveyStyles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) questions: readonly SurveyedQuestion[] = [];
  @property() current = '';
  @property({ type: Boolean }) busy = false;

  /** Puts focus on the current question. */
  override focus(options?: FocusOptions): void {
    const row = this.shadowRoot?.querySelector<HTMLElement>('.current');
    row?.focus({ preventScroll: true, ...options });
    row?.scrollIntoView({ block: 'nearest' });
  }

  private answer(question: string, value: AnswerValue | null): void {
    if (this.busy) return;
    this.dispatchEvent(
      new TurnEvent(value === null ? { kind: 'unsure', question } : { kind: 'answer', question, value }),
    );
  }

  private turnTo(question: string): void {
    if (question !== this.current) this.dispatchEvent(new QuestionTurnedToEvent(question));
  }

  private takeTyped(event: SubmitEvent, { id, kind }: SurveyedQuestion): void {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('typed') as HTMLInputElement;
    const typed = field.value.trim();
    if (typed !== '') this.answer(id, kind === 'number' ? Number(typed) : typed);
  }

  override render(): TemplateResult {
    return html`${repeat(
      this.questions,
      ({ id }) => id,
      (question) => this.renderQuestion(question),
    )}`;
  }

  private renderQuestion(question: SurveyedQuestion): TemplateResult {
    const { id, name, text, status, help } = question;
    const current = id === this.current;
    const idle = status === 'moot' || status === 'dormant';
    return html`<div
      class="question ${status} ${idle ? 'idle' : ''} ${current ? 'current' : ''}"
      part="question"
      role="group"
      aria-labelledby="name-${id} ask-${id}"
      aria-current=${current ? 'true' : nothing}
      tabindex=${current ? 0 : -1}
      @focusin=${() => this.turnTo(id)}
    >
      <div>
        <span id="name-${id}" class="name">${name}</span>
        ${this.renderState(status)}
      </div>
      <div>
        <p id="ask-${id}" class="ask">${text}</p>
        ${help ? html`<p class="help">${help}</p>` : nothing}
        ${status === 'dormant' ? nothing : this.renderAnswers(question)}
      </div>
    </div>`;
  }

  private renderState(status: SurveyedQuestion['status']): TemplateResult | typeof nothing {
    const { desk } = this.words;
    const says = { open: desk.undecided, moot: desk.moot, dormant: desk.dormant, unsure: desk.unsure, answered: '' };
    return says[status] === '' ? nothing : html`<span class="state">${says[status]}</span>`;
  }

  private renderAnswers(question: SurveyedQuestion): TemplateResult {
    const { answer, options } = question;
    const value = answer?.is === 'known' ? answer.value : undefined;
    return html`<div class="options">
      ${options.map((option, at) =>
        this.renderOption(question, {
          key: at < 9 ? String(at + 1) : '',
          label: option.label,
          value: option.value,
          chosen: value === option.value,
        }),
      )}
      ${this.renderOption(question, {
        key: '0',
        label: this.words.question.unsure,
        value: null,
        chosen: answer?.is === 'unsure',
      })}
      ${question.kind === 'choice' ? nothing : this.renderTyped(question)}
    </div>`;
  }

  /** The keys reach every option of the current question, so Tab need not stop at each. */
  private renderOption(
    { id }: SurveyedQuestion,
    option: { key: string; label: string; value: AnswerValue | null; chosen: boolean },
  ): TemplateResult {
    return html`<button
      type="button"
      tabindex="-1"
      class=${option.value === null ? 'unsure' : ''}
      aria-pressed=${option.chosen ? 'true' : 'false'}
      aria-keyshortcuts=${option.key || nothing}
      aria-disabled=${this.busy}
      @click=${() => this.answer(id, option.value)}
    >
      ${option.key ? html`<kbd aria-hidden="true">${option.key}</kbd>` : nothing} <span>${option.label}</span>
    </button>`;
  }

  private renderTyped(question: SurveyedQuestion): TemplateResult {
    const { desk, question: words } = this.words;
    const isNumber = question.kind === 'number';
    const label = isNumber ? desk.typed(question.unit ?? '') : words.typeDate;
    return html`<form novalidate @submit=${(event: SubmitEvent) => this.takeTyped(event, question)}>
      <input
        name="typed"
        aria-label="${question.name} ${label}"
        placeholder=${question.unit ?? nothing}
        type=${isNumber ? 'number' : 'date'}
        inputmode=${isNumber ? 'numeric' : nothing}
        autocomplete="off"
      />
      <button type="submit" class="plain">${words.confirm}</button>
    </form>`;
  }
}
