import { html } from 'hono/html';
import type { Comparison } from './compare-today.ts';
import { comparisonBox } from './comparison-box.ts';
import type { IntactReceipt } from './kept-receipt.ts';
import { noticeArticle } from './notice-article.ts';
import { hasDeadlineDate } from './notice-calendar.ts';
import type { Html } from './page-frame.ts';
import { pageFrame } from './page-frame.ts';
import { qrCode } from './qr-code.ts';
import { receiptText } from './receipt-text.ts';

/** What a citizen's own page is made of. */
export interface ReceiptPage {
  readonly receipt: IntactReceipt;
  /** The page's own path: `/n/…`. */
  readonly path: string;
  /** The same as an address, for a telephone that reads it from paper. */
  readonly link: string;
  readonly comparison: Comparison;
  /** Forms of other rooms: to rate it, to say that the window asked for more. */
  readonly actions?: Html | undefined;
}

/** The citizen's own page of a notice: the sheet as it was given, and what has become different since. */
export function receiptPage({ receipt, path, link, comparison, actions }: ReceiptPage): Html {
  const { notice } = receipt;
  const foot = html`<figure class="scan">
    ${qrCode(link, receiptText.scan)}
    <figcaption>${receiptText.scan}</figcaption>
  </figure>`;
  const content = html`${comparisonBox(comparison)} ${noticeArticle(notice, { foot })}
    <section class="after" aria-labelledby="links-title">
      <h2 id="links-title">${receiptText.links.title}</h2>
      ${linkList(receipt, path)}
    </section>
    ${actions ?? ''}`;
  const title = receiptText.pageTitle(notice.items.map((item) => item.title));
  return pageFrame({ title, region: notice.region, content });
}

function linkList({ notice }: IntactReceipt, path: string): Html {
  const { links } = receiptText;
  return html`<p>${links.print}</p>
    <p>${links.keep}</p>
    <ul class="links">
      <li><a href="${path}.txt">${links.text}</a></li>
      ${hasDeadlineDate(notice) ? html`<li><a href="${path}.ics">${links.calendar}</a></li>` : ''}
      <li><a href="${path}/delete">${links.erase}</a></li>
    </ul>`;
}
