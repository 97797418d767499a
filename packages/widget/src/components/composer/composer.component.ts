import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { TurnEvent } from '../inner-events.ts';
import { composerStyles } from './composer.styles.ts';

/** The engine takes no more than this. */
const MOST = 500;
const HINT_FROM = 400;

/**
 * Takes what a person types. Nothing typed is lost: the words stay until the owner calls `clear()`.
 *
 * Enter sends, Shift+Enter breaks the line, and neither does anything while an input method is composing.
 */
export class ComposerComponent extends LitElement {
  static override readonly styles = [base, controls, composerStyles];

  @state() private text = '';

  @property({ attribute: false }) words!: Words;
  @property() label = '';
  @property() placeholder = '';
  @property({ type: Boolean }) busy = false;

  @query('textarea') private readonly field!: HTMLTextAreaElement | null;

  /** Empties the field, once what was typed has arrived. Words typed since then stay. */
  clear(sent: string): void {
    if (this.text.trim() === sent) this.text = '';
  }

  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
  }

  private send(event: Event): void {
    event.preventDefault();
    const text = this.text.trim();
    if (text === '') this.field?.focus();
    else if (!this.busy) this.dispatchEvent(new TurnEvent({ kind: 'say', text }));
  }

  private sendOnEnter(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.send(event);
  }

  private keep(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
  }

  override render(): TemplateResult {
    const { composer } = this.words;
    const left = MOST - this.text.length;
    return html`<form part="composer" @submit=${this.send}>
      <label for="text">${this.label}</label>
      <textarea
        id="text"
        part="field"
        rows="1"
        maxlength=${MOST}
        autocomplete="off"
        enterkeyhint="send"
        placeholder=${this.placeholder}
        .value=${live(this.text)}
        @input=${this.keep}
        @keydown=${this.sendOnEnter}
      ></textarea>
      <button class="primary" part="send" type="submit" aria-disabled=${this.busy}>${composer.send}</button>
      ${this.text.length >= HINT_FROM ? html`<p class="left">${composer.left(left)}</p>` : nothing}
    </form>`;
  }
}
