import { html } from 'hono/html';
import type { Html } from '../../receipts/page-frame.ts';
import { pageFrame } from '../../receipts/page-frame.ts';
import { feedbackText as text } from '../../text/ledger-text.ts';
import type { NoticeFeedback } from './notice-feedback.ts';
import { noticeFeedback } from './notice-feedback.ts';

/** A page of its own for what a citizen says about a visit: where a form leads, and where its answer will stand. */
export function feedbackPage(parts: NoticeFeedback, done?: string): Html {
  const { receipt, path, sentBack } = parts;
  const { notice } = receipt;
  const content = html`<h1 class="feedback-title">${text.title}</h1>
    <p>${notice.items.map(({ title }) => title).join('、')}</p>
    <p><a class="back" href="${path}">${text.back}</a></p>
    ${sentBack ? html`<p class="wrong" role="alert">${text.fault}</p>` : ''}
    ${done === undefined ? '' : html`<p class="said" role="status">${done}</p>`} ${noticeFeedback(parts)}`;
  return pageFrame({ title: text.title, region: notice.region, content });
}
