import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Receipt } from '../../port/port.ts';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { inGroups } from '../in-groups.ts';
import { receiptStyles } from './receipt.styles.ts';

/**
 * What can be done with a notice that the server keeps: give its number, open it on a page of its own, send it on.
 *
 * @slot - Further things to do.
 */
export class ReceiptComponent extends LitElement {
  static override readonly styles = [base, controls, receiptStyles];

  @state() private done = '';
  /** The page may not copy: the person has to. */
  @state() private byHand = false;

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) receipt!: Receipt;
  /** What the notice is about, for the message to the family. */
  @property() about = '';

  @query('input') private readonly field!: HTMLInputElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('receipt')) return;
    this.done = '';
    this.byHand = false;
  }

  private async send(): Promise<void> {
    const { receipt, words, about } = this;
    if (typeof navigator.share !== 'function') return this.copy();
    try {
      await navigator.share({ title: words.notice, text: `${words.notice} ${about}`, url: receipt.link });
    } catch (cause) {
      // Somebody who changed their mind is not told anything.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) await this.copy();
    }
  }

  private async copy(): Promise<void> {
    const { receipt } = this.words;
    try {
      await navigator.clipboard.writeText(this.receipt.link);
      this.done = receipt.copied;
    } catch {
      // Pages in plain http and frames may not copy.
      this.byHand = true;
      this.done = receipt.copyByHand;
      await this.updateComplete;
      this.field?.select();
    }
  }

  override render(): TemplateResult {
    const { words, receipt } = this;
    const text = words.receipt;
    return html`<section class="card" aria-labelledby="title">
      <h3 id="title">${text.title} <span class="number">${words.sheet.number} ${inGroups(receipt.number, 4)}</span></h3>
      <p>${text.about}</p>
      <p class="quiet">${text.whoReads}</p>
      <div class="deeds">
        <a class="open" href=${receipt.link} target="_blank" rel="noopener">${text.open}</a>
        <button class="plain" type="button" @click=${() => void this.send()}>${text.send}</button>
      </div>
      <p class="done" role="status">${this.done}</p>
      ${this.byHand ? html`<input readonly aria-label=${text.address} .value=${receipt.link} />` : nothing}
      <slot></slot>
    </section>`;
  }
}
