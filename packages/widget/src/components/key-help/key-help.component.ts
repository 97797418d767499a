import { html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { keyHelpStyles } from './key-help.styles.ts';

/** Shows which keys do what. Escape closes it, as in every dialog. */
export class KeyHelpComponent extends LitElement {
  static override readonly styles = [base, controls, keyHelpStyles];

  @property({ attribute: false }) words!: Words;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /** Opens the list; focus comes back to where it was when it is closed. */
  open(): void {
    if (this.dialog?.open === false) this.dialog.showModal();
  }

  override render(): TemplateResult {
    const { desk } = this.words;
    return html`<dialog aria-labelledby="title">
      <h3 id="title">${desk.keys}</h3>
      <dl>
        ${desk.keyList.map(
          ({ keys, does }) => html`
            <dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
            <dd>${does}</dd>
          `,
        )}
      </dl>
      <button class="plain" type="button" @click=${() => this.dialog?.close()}>${desk.close}</button>
    </dialog>`;
  }
}
