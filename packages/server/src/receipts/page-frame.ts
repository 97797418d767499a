import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { receiptText as text } from './receipt-text.ts';

/** A piece of a page, with everything that is not markup escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What stands around the content of a page. */
export interface PageFrame {
  readonly title: string;
  readonly region?: { readonly name: string; readonly fictional: boolean };
  readonly content: Html;
}

/** A page without script, in the dress of the site. */
export function pageFrame({ title, region, content }: PageFrame): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <link rel="icon" href="/emblem.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site.css" />
        <link rel="stylesheet" href="/notice.css" />
      </head>
      <body class="desk">
        <a class="skip" href="#content">${text.skip}</a>
        <header class="masthead">
          ${region?.fictional ? demoLine(region.name) : ''}
          <div class="wide">
            <a class="name" href="/">
              <img src="/emblem.svg" alt="" width="56" height="56" />
              <span><strong>${text.guide}</strong><span>${region?.name ?? ''}</span></span>
            </a>
          </div>
        </header>
        <main class="wide paper" id="content">${content}</main>
      </body>
    </html>`;
}

function demoLine(region: string): Html {
  return html`<p class="demo"><strong>${text.fictionalMark}</strong>　${text.fictional(region)}</p>`;
}
