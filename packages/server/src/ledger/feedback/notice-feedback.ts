import type { Knowledge } from '@onetrip/engine';
import { html } from 'hono/html';
import { dayInWords } from '../../receipts/day-in-words.ts';
import type { IntactReceipt } from '../../receipts/kept-receipt.ts';
import type { Html } from '../../receipts/page-frame.ts';
import type { RatingLevel } from '../../ratings/rating-reasons.ts';
import type { LedgerRow, RatingRow } from '../../storage/tables.ts';
import { todayInBeijing } from '../../clock.ts';
import { feedbackText as text, kindText, levelText, stateText } from '../../text/ledger-text.ts';
import { complaintForm, ratingForm, surpriseForm } from './feedback-forms.ts';
import type { FormState } from './feedback-forms.ts';
import type { Feedback } from './read-feedback.ts';

/** Which of the forms is meant. */
export type FeedbackKind = 'rating' | Extract<LedgerRow['kind'], 'surprise' | 'complaint'>;

/** What the part below a notice is drawn from. */
export interface NoticeFeedback {
  readonly receipt: IntactReceipt;
  readonly knowledge: Knowledge;
  /** The notice's own path: `/n/…`. */
  readonly path: string;
  readonly feedback: Feedback;
  /** The form that was sent back, as it was typed. */
  readonly sentBack?: { readonly kind: FeedbackKind; readonly typed: URLSearchParams; readonly fault: string };
}

/** Below a notice: rate the visit, say what else the window wanted, complain, and see what became of it. */
export function noticeFeedback(parts: NoticeFeedback): Html {
  const { receipt, knowledge, feedback } = parts;
  const { surprise, complaint } = text;
  // The style stands with its forms, so that whoever embeds them needs to know nothing of it.
  return html`<link rel="stylesheet" href="/feedback.css" />
    <section class="after feedback" aria-labelledby="rating-title">
      <h2 id="rating-title">${text.rating.title}</h2>
      ${feedback.rating ? rated(feedback.rating) : ratingForm(stateOf(parts, 'rating'))}
    </section>
    <section class="after feedback" aria-label="${surprise.title}">
      <details${isSentBack(parts, 'surprise')}>
        <summary>${surprise.title}</summary>
        <p>${surprise.about}</p>
        ${surpriseForm(receipt, knowledge, stateOf(parts, 'surprise'))}
      </details>
    </section>
    <section class="after feedback" aria-label="${complaint.title}">
      <details${isSentBack(parts, 'complaint')}>
        <summary>${complaint.title}</summary>
        <p>${complaint.about(receipt.notice.help.complaint)}</p>
        ${complaintForm(stateOf(parts, 'complaint'))}
      </details>
    </section>
    ${feedback.reports.length > 0 ? reported(feedback.reports) : ''}`;
}

function stateOf({ path, sentBack }: NoticeFeedback, kind: FeedbackKind): FormState {
  const action = `${path}/${kind}`;
  if (sentBack?.kind !== kind) return { action, typed: new URLSearchParams() };
  return { action, typed: sentBack.typed, fault: sentBack.fault };
}

function isSentBack({ sentBack }: NoticeFeedback, kind: FeedbackKind): Html | '' {
  return sentBack?.kind === kind ? html` open` : '';
}

function rated({ level, at }: RatingRow): Html {
  return html`<p>${text.rating.given(dayOf(at), levelText[level as RatingLevel])}</p>`;
}

function reported(reports: readonly LedgerRow[]): Html {
  return html`<section class="after feedback" aria-labelledby="reported-title">
    <h2 id="reported-title">${text.reported.title}</h2>
    <ul class="reported">
      ${reports.map((report) => reportLine(report))}
    </ul>
  </section>`;
}

function reportLine({ kind, words, state, due, opened, closed, resolution }: LedgerRow): Html {
  const what = kind === 'surprise' ? text.reported.asked(words) : [kindText[kind], words || []].flat().join('：');
  const stands = closed === null ? `${stateText[state]}，${text.reported.due(dayInWords(due))}` : stateText[state];
  return html`<li>
    <p><b>${what}</b></p>
    <p class="detail">${dayOf(opened)}　${stands}</p>
    ${resolution === null ? '' : html`<p>${text.reported.result}：${resolution}</p>`}
  </li>`;
}

function dayOf(at: number): string {
  return dayInWords(todayInBeijing({ now: () => at }));
}
