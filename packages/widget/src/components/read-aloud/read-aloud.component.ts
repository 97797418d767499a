import { html, LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { readAloudStyles } from './read-aloud.styles.ts';
import { readingPlace } from './reading-place.ts';

/**
 * The notice as sentences to read to a caller, one at a time.
 *
 * When the text changes under the reader, the place is kept: reading goes on from the first sentence that is new.
 *
 * @csspart read-aloud - The box.
 */
export class ReadAloudComponent extends LitElement {
  static override readonly styles = [base, controls, readAloudStyles];

  @state() private at = 0;

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) sentences: readonly string[] = [];

  override willUpdate(changed: PropertyValues<this>): void {
    const before: readonly string[] | undefined = changed.get('sentences');
    if (before) this.at = readingPlace(before, this.sentences, this.at);
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('at')) return;
    const list = this.shadowRoot?.querySelector('ol');
    const now = list?.querySelector<HTMLElement>('.now');
    // Only the list scrolls: the page stays where the clerk is looking.
    const before = now?.previousElementSibling ?? now;
    if (list && before instanceof HTMLElement) list.scrollTop = before.offsetTop - list.offsetTop;
  }

  /** Marks the next sentence, or the one before. */
  move(by: 1 | -1): void {
    this.at = Math.min(Math.max(this.at + by, 0), Math.max(this.sentences.length - 1, 0));
  }

  override render(): TemplateResult {
    const { desk } = this.words;
    return html`<section part="read-aloud" aria-labelledby="title">
      <div class="bar">
        <h3 id="title">${desk.readAloud}</h3>
        <span class="place">${desk.readPlace(this.at + 1, this.sentences.length)}</span>
        <button class="link" type="button" @click=${() => this.move(-1)}>${desk.readPrevious}</button>
        <button class="plain" type="button" @click=${() => this.move(1)}>${desk.readNext}</button>
      </div>
      <ol>
        ${this.sentences.map((sentence, at) => this.renderSentence(sentence, at))}
      </ol>
    </section>`;
  }

  private renderSentence(sentence: string, at: number): TemplateResult {
    const place = at === this.at ? 'now' : at < this.at ? 'done' : '';
    return html`<li class=${place}>
      <button type="button" aria-current=${at === this.at ? 'true' : 'false'} @click=${() => (this.at = at)}>
        ${sentence}
      </button>
    </li>`;
  }
}
