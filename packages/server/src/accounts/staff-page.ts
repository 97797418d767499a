import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { AccountRow, LoginRow } from '../storage/tables.ts';
import { accountsText } from '../text/accounts-text.ts';

/** What a template gives. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** One page for people who sign in. */
export interface StaffPage {
  readonly title: string;
  readonly body: Markup;
  /** Sentence on top that says what went wrong. */
  readonly fault?: string | undefined;
  /** Sentence on top that says what was done. */
  readonly done?: string | undefined;
  /** Who looks at it; without, nobody is signed in. */
  readonly person?: { readonly account: AccountRow; readonly login: LoginRow };
  /** Address to go to by itself. */
  readonly next?: string;
}

/** Draws the frame around a page: no script, the site's look, a way out. */
export function staffPage(page: StaffPage): Markup {
  const { title, body, fault, done, person, next } = page;
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${next === undefined ? '' : html`<meta http-equiv="refresh" content="0; url=${next}" />`}
        <title>${fault === undefined ? '' : accountsText.wrong}${title} - ${accountsText.product}</title>
        <link rel="icon" href="/emblem.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site.css" />
        <link rel="stylesheet" href="/staff.css" />
      </head>
      <body class="staff">
        <a class="skip" href="#main">${accountsText.skip}</a>
        <header class="masthead">
          <div class="wide">
            <a class="name" href="/desk">
              <img src="/emblem.svg" alt="" width="44" height="44" />
              <span><strong>${accountsText.product}</strong></span>
            </a>
            ${person ? whoami(person) : ''}
          </div>
          ${person && person.account.must_change === 0 ? navigation(person.account) : ''}
        </header>
        <main class="wide" id="main" tabindex="-1">
          <h1 class="plain-title">${title}</h1>
          ${fault === undefined ? '' : html`<p class="fault" role="alert" id="fault">${fault}</p>`}
          ${done === undefined ? '' : html`<p class="done" role="status">${done}</p>`} ${body}
        </main>
      </body>
    </html>`;
}

/** The hidden field that proves a form comes from a page of ours. */
export function csrfField(login: LoginRow): Markup {
  return html`<input type="hidden" name="csrf" value="${login.csrf}" />`;
}

function whoami({ account, login }: NonNullable<StaffPage['person']>): Markup {
  return html`<div class="tools">
    <span class="whoami">${accountsText.whoIs(account.display, account.role)}</span>
    <form method="post" action="/sign-out">
      ${csrfField(login)}
      <button type="submit">${accountsText.nav.signOut}</button>
    </form>
  </div>`;
}

function navigation(account: AccountRow): Markup {
  const { label, desk, receipts, ledger, accounts, audit, password } = accountsText.nav;
  const links = [
    ['/desk', desk],
    ...(account.role === 'editor' ? [] : [['/desk/receipts', receipts]]),
    ['/ledger', ledger],
    ...(account.role === 'supervisor'
      ? [
          ['/accounts', accounts],
          ['/audit', audit],
        ]
      : []),
    ['/password', password],
  ];
  return html`<nav aria-label="${label}">
    <ul class="wide">
      ${links.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}
    </ul>
  </nav>`;
}
