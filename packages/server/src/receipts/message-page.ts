import { html } from 'hono/html';
import type { Html } from './page-frame.ts';
import { pageFrame } from './page-frame.ts';
import { receiptText } from './receipt-text.ts';

const { damaged, gone, erase } = receiptText;

/** What a link says that leads to no notice. */
export function unknownReceiptPage(): Html {
  return messagePage(gone.unknownTitle, gone.unknown);
}

/** What a link says whose notice was deleted at the citizen's wish. */
export function erasedReceiptPage(): Html {
  return messagePage(gone.erasedTitle, gone.erased);
}

/** What a link says whose notice somebody has changed in the database. */
export function damagedReceiptPage(): Html {
  return messagePage(damaged.title, damaged.text);
}

/** Asks whether a notice is really to be deleted. */
export function confirmErasurePage(path: string): Html {
  const content = html`<section class="message">
    <h1>${erase.title}</h1>
    <p>${erase.what}</p>
    <p>${erase.after}</p>
    <form method="post" action="${path}/delete">
      <button type="submit" class="danger">${erase.confirm}</button>
      <a class="back" href="${path}">${erase.back}</a>
    </form>
  </section>`;
  return pageFrame({ title: erase.title, content });
}

function messagePage(title: string, words: string): Html {
  const content = html`<section class="message">
    <h1>${title}</h1>
    <p>${words}</p>
    <p><a href="/">${gone.again}</a></p>
  </section>`;
  return pageFrame({ title, content });
}
