import { html } from 'hono/html';
import type { Comparison } from './compare-today.ts';
import { dayInWords } from './day-in-words.ts';
import type { NoticeChange } from './notice-difference.ts';
import type { Html } from './page-frame.ts';
import { receiptText } from './receipt-text.ts';

const text = receiptText.changes;

/** What has become different since a notice was given, in plain words. */
export function comparisonBox(comparison: Comparison): Html {
  const { on } = comparison;
  if (comparison.kind === 'same') return html`<p class="since same">${text.same(dayInWords(on))}</p>`;
  if (comparison.kind === 'unknown') return html`<p class="since">${text.unknown}</p>`;
  if (comparison.kind === 'withdrawn') return html`<p class="since differs">${text.withdrawn(comparison.titles)}</p>`;
  return html`<section class="since differs" aria-labelledby="since-title">
    <h2 id="since-title">${text.changed(dayInWords(on))}</h2>
    <ul>
      ${comparison.changes.map((change) => html`<li>${changeInWords(change)}</li>`)}
    </ul>
    <p><a href="/">${text.askAgain}</a></p>
    <p>${text.original}</p>
  </section>`;
}

function changeInWords({ title, before, now }: NoticeChange): Html {
  if (before === undefined) return html`<b>${title}</b>　${text.added}：${now ?? ''}`;
  if (now === undefined) return html`<b>${title}</b>　${text.removed}：<s>${before}</s>`;
  return html`<b>${title}</b>　${text.changedLine}：<br />${text.was}${before}<br />${text.now}${now}`;
}
