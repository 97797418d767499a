import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { ItemRef } from '@onetrip/engine';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { itemSearchStyles } from './item-search.styles.ts';

/** Says which item was taken from the finds. Stays inside the desk. */
export class ItemTakenEvent extends Event {
  static readonly type = 'onetrip-item-taken';

  constructor(readonly item: string) {
    super(ItemTakenEvent.type, { bubbles: true });
  }
}

/**
 * Finds an item while the clerk types; Enter takes the marked one, which is the first unless arrows moved it.
 *
 * Nothing happens while an input method is composing. A slow find never overwrites the finds of later letters.
 */
export class ItemSearchComponent extends LitElement {
  static override readonly styles = [base, controls, itemSearchStyles];

  private asked = 0;
  private pending: Promise<void> = Promise.resolve();

  @state() private text = '';
  @state() private found: readonly ItemRef[] | undefined;
  @state() private marked = 0;

  @property({ attribute: false }) words!: Words;
  @property() label = '';
  @property({ attribute: false }) find!: (query: string) => Promise<readonly ItemRef[]>;

  @query('input') private readonly field!: HTMLInputElement | null;

  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
  }

  private onInput(event: globalThis.InputEvent): void {
    this.text = (event.target as HTMLInputElement).value;
    if (!event.isComposing) this.pending = this.search();
  }

  private onComposed(): void {
    this.pending = this.search();
  }

  private async search(): Promise<void> {
    const query = this.text.trim();
    const asked = (this.asked += 1);
    const found = query === '' ? undefined : await this.find(query);
    if (asked !== this.asked) return;
    this.found = found;
    this.marked = 0;
  }

  private onKeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.found?.length ?? 0;
    if (event.key === 'ArrowDown' && count > 0) this.marked = (this.marked + 1) % count;
    else if (event.key === 'ArrowUp' && count > 0) this.marked = (this.marked + count - 1) % count;
    else if (event.key === 'Enter') void this.takeMarked();
    else if (event.key === 'Escape' && this.text !== '') this.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Enter right after the last letter waits for its finds. */
  private async takeMarked(): Promise<void> {
    await this.pending;
    const item = this.found?.[this.marked];
    if (item) this.take(item.item);
  }

  private take(item: string): void {
    this.clear();
    this.dispatchEvent(new ItemTakenEvent(item));
  }

  private takePressed(event: MouseEvent, item: string): void {
    event.preventDefault();
    if (event.button === 0) this.take(item);
  }

  private clear(): void {
    this.asked += 1;
    this.text = '';
    this.found = undefined;
  }

  override render(): TemplateResult {
    const { desk } = this.words;
    const open = (this.found?.length ?? 0) > 0;
    return html`
      <label id="label" for="query">${this.label}</label>
      <input
        id="query"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-labelledby="label"
        aria-autocomplete="list"
        aria-expanded=${open}
        aria-controls="finds"
        aria-describedby="hint"
        aria-activedescendant=${open ? `find-${this.marked}` : nothing}
        .value=${live(this.text)}
        @input=${this.onInput}
        @compositionend=${this.onComposed}
        @keydown=${this.onKeydown}
      />
      <p id="hint" class="hint">
        ${this.found === undefined ? desk.searchHint : open ? desk.found(this.found.length) : desk.noneFound}
      </p>
      <div id="finds" role="listbox" aria-label=${this.label} ?hidden=${!open}>
        ${this.found?.map((item, at) => this.renderFind(item, at))}
      </div>
    `;
  }

  private renderFind({ item, title }: ItemRef, at: number): TemplateResult {
    // The field keeps focus: keys work the list from there, and a press must not take focus away.
    return html`<div
      id="find-${at}"
      role="option"
      aria-selected=${at === this.marked ? 'true' : 'false'}
      @mousedown=${(event: MouseEvent) => this.takePressed(event, item)}
    >
      ${title}
    </div>`;
  }
}
