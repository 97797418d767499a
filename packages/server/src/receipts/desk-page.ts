import { html } from 'hono/html';
import type { SignedInPerson } from '../accounts/logins.ts';
import { staffPage } from '../accounts/staff-page.ts';
import type { ProblemStatusCode } from '../problem-status.ts';
import { problemTextZh } from '../text/problem-text-zh.ts';
import type { Comparison } from './compare-today.ts';
import { comparisonBox } from './comparison-box.ts';
import { dayInWords } from './day-in-words.ts';
import type { KeptReceipt } from './kept-receipt.ts';
import { noticeArticle } from './notice-article.ts';
import type { Html } from './page-frame.ts';
import { sayReceiptNumber } from './receipt-number.ts';
import { receiptText } from './receipt-text.ts';

/** What stands on a clerk's page. */
export interface DeskPage {
  readonly person: SignedInPerson;
  /** As it was typed. */
  readonly typed: string;
  readonly found?: {
    readonly receipt: KeptReceipt;
    readonly comparison: Comparison | undefined;
    /** Forms of other rooms: to report that the window asked for more. */
    readonly actions?: Html | undefined;
  };
  readonly refusal?: ProblemStatusCode;
}

const { desk, damaged } = receiptText;

/** A clerk's page: enter a number, see what was told, and what today's rules would tell instead. */
export function deskPage({ person, typed, found, refusal }: DeskPage): Html {
  // The sheet's own style may stand in the body; the frame of staff pages is the same for all of them.
  const body = html`<link rel="stylesheet" href="/notice.css" />
    <div class="paper">
      <p class="about">${desk.about}</p>
      ${form(typed, refusal)} ${found ? result(found) : ''}
    </div>`;
  return staffPage({ title: desk.title, body, person });
}

function form(typed: string, refusal: ProblemStatusCode | undefined): Html {
  const wrong = refusal !== undefined;
  return html`<form class="find" method="get" action="/desk/receipts" autocomplete="off">
    <label for="number">${desk.label}</label>
    <div class="find-row">
      <input
        id="number"
        name="number"
        inputmode="text"
        maxlength="60"
        required
        autofocus
        value="${typed}"
        aria-describedby="number-hint${wrong ? ' number-wrong' : ''}"
        ${wrong ? html`aria-invalid="true"` : ''}
      />
      <button type="submit">${desk.find}</button>
    </div>
    <p id="number-hint" class="hint">${desk.hint}</p>
    ${wrong ? html`<p id="number-wrong" class="wrong" role="alert">${problemTextZh[refusal].detail}</p>` : ''}
  </form>`;
}

function result({ receipt, comparison, actions }: NonNullable<DeskPage['found']>): Html {
  if (!receipt.intact) {
    return html`<section class="since damaged" role="alert">
      <h2>${damaged.title}</h2>
      <p>${damaged.clerkText}</p>
    </section>`;
  }
  const changes = comparison?.kind === 'changed' ? comparison.changes : [];
  return html`<p class="hint">
      ${desk.asked(dayInWords(receipt.day))}　${desk.spoken(sayReceiptNumber(receipt.number))}　${desk.tick}
    </p>
    ${comparison ? comparisonBox(comparison) : ''} ${noticeArticle(receipt.notice, { changes })} ${actions ?? ''}`;
}
