import { html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { takeoverStyles } from './takeover.styles.ts';

/** Says which code a clerk has typed. Stays inside the desk. */
export class TakeoverEvent extends Event {
  static readonly type = 'onetrip-takeover';

  constructor(readonly code: string) {
    super(TakeoverEvent.type, { bubbles: true });
  }
}

/** The field for the six digits that a citizen reads out. Blanks, dashes and full width are as good. */
export class TakeoverComponent extends LitElement {
  static override readonly styles = [base, controls, takeoverStyles];

  @state() private unread = false;

  @property({ attribute: false }) words!: Words;
  /** Why the last code did not work. */
  @property() trouble = '';
  @property({ type: Boolean }) busy = false;

  @query('input') private readonly field!: HTMLInputElement;

  private submit(event: Event): void {
    event.preventDefault();
    if (this.busy) return;
    const code = this.field.value.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
    this.unread = !/^\d{6}$/.test(code);
    if (this.unread) this.field.select();
    else this.dispatchEvent(new TakeoverEvent(code));
  }

  override render(): TemplateResult {
    const { desk } = this.words;
    const trouble = this.unread ? desk.sixDigits : this.trouble;
    return html`<form @submit=${(event: Event) => this.submit(event)}>
      <label for="code">${desk.takeOver}</label>
      <input
        id="code"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength="20"
        aria-describedby="trouble"
        aria-invalid=${trouble ? 'true' : 'false'}
      />
      <button class="plain" type="submit" aria-disabled=${this.busy}>${desk.takeOverGo}</button>
      <p id="trouble" role="status">${trouble}</p>
    </form>`;
  }
}
