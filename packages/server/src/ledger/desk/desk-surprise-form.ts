import type { Knowledge } from '@onetrip/engine';
import { html } from 'hono/html';
import type { Markup } from '../../accounts/staff-page.ts';
import { csrfField } from '../../accounts/staff-page.ts';
import type { IntactReceipt } from '../../receipts/kept-receipt.ts';
import type { LoginRow } from '../../storage/tables.ts';
import { ledgerText } from '../../text/ledger-text.ts';
import { surpriseForm } from '../feedback/feedback-forms.ts';

/** Below a notice at the desk: the clerk writes down what else the window wanted. */
export function deskSurpriseForm(receipt: IntactReceipt, knowledge: Knowledge, login: LoginRow): Markup {
  const hidden = html`${csrfField(login)} <input type="hidden" name="kind" value="surprise" />
    <input type="hidden" name="number" value="${receipt.number}" />`;
  return html`<link rel="stylesheet" href="/feedback.css" />
    <section class="after feedback" aria-label="${ledgerText.surprise.title}">
      <details>
        <summary>${ledgerText.surprise.title}</summary>
        ${surpriseForm(receipt, knowledge, { action: '/ledger', typed: new URLSearchParams(), hidden })}
      </details>
    </section>`;
}
