import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { PortProblem } from '../../port/port-problem.ts';
import type { HandoverCode } from '../../port/port.ts';
import { base } from '../../styles/base.styles.ts';
import { cardStyles } from '../../styles/card.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import { inGroups } from '../in-groups.ts';
import { handoverStyles } from './handover.styles.ts';

/** As long as the server keeps a code. Counted from its arrival: the device's clock may be wrong. */
const LIFETIME = 10 * 60_000;

/** Offers to go on by telephone or in WeChat, and shows the six digits for it until they have run out. */
export class HandoverComponent extends LitElement {
  static override readonly styles = [base, controls, cardStyles, handoverStyles];

  private ending: ReturnType<typeof setTimeout> | undefined;

  @state() private code = '';
  @state() private trouble = '';
  @state() private busy = false;

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) handOver!: () => Promise<HandoverCode>;
  /** The telephone to call, where it is known. */
  @property() phone = '';
  /** Looks like a link: the questions are what matters now. */
  @property({ type: Boolean }) quiet = false;

  @query('.code') private readonly digits!: HTMLElement | null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  /** The code of another consultation is no longer shown. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('handOver')) this.forget();
  }

  private forget(): void {
    clearTimeout(this.ending);
    this.code = '';
    this.trouble = '';
  }

  private async ask(): Promise<void> {
    if (this.busy) return;
    const { handOver } = this;
    this.forget();
    this.busy = true;
    try {
      const { code } = await handOver();
      if (handOver === this.handOver && this.isConnected) await this.show(code);
    } catch (cause) {
      if (!(cause instanceof PortProblem)) throw cause;
      const { problem } = this.words;
      this.trouble = problem.byCode[cause.code] ?? (cause.detail || problem.other);
    } finally {
      this.busy = false;
    }
  }

  private async show(code: string): Promise<void> {
    this.code = code;
    this.ending = setTimeout(() => {
      this.code = '';
      this.trouble = this.words.handover.expired;
    }, LIFETIME);
    await this.updateComplete;
    // Focus reads it out, and stays where the button was.
    this.digits?.focus();
  }

  override render(): TemplateResult {
    const { handover } = this.words;
    return html`
      ${
        this.code
          ? this.renderCode(this.code)
          : html`<button
              class=${this.quiet ? 'link' : 'plain'}
              type="button"
              aria-disabled=${this.busy}
              @click=${() => void this.ask()}
            >
              ${handover.offer}
            </button>`
      }
      <p class="trouble" role="status">${this.trouble}</p>
    `;
  }

  private renderCode(code: string): TemplateResult {
    const { handover } = this.words;
    return html`<section class="card" aria-labelledby="title">
      <h3 id="title">${handover.title}</h3>
      <p class="code" tabindex="-1">
        <span aria-hidden="true">${inGroups(code, 3)}</span><span class="unseen">${[...code].join(' ')}</span>
      </p>
      <p><b>${handover.good}</b></p>
      <ul>
        <li>${handover.byPhone(this.phone)}</li>
        <li>${handover.byWeChat}</li>
      </ul>
      <p>${handover.kept}</p>
      <p class="secret">${handover.secret}</p>
      ${this.busy ? nothing : html`<button class="link" type="button" @click=${() => void this.ask()}>${handover.again}</button>`}
    </section>`;
  }
}
