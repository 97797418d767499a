import { html } from 'hono/html';
import type { StaffFault } from '../text/accounts-text.ts';
import { accountsText, staffFaultText } from '../text/accounts-text.ts';
import type { Markup } from './staff-page.ts';
import { staffPage } from './staff-page.ts';

/** What the page on which people sign in shows. */
export interface SignInPage {
  /** Path to go to afterwards. */
  readonly target: string;
  readonly fault?: StaffFault | undefined;
  /** The name that was typed, so that only the password is typed again. */
  readonly name?: string;
  /** Whether there is a single sign-on. */
  readonly elsewhere: boolean;
  readonly signedOut?: boolean;
}

const text = accountsText.signIn;

/** Draws the page on which people sign in. */
export function signInPage(page: SignInPage): Markup {
  const { target, fault, name = '', elsewhere, signedOut = false } = page;
  const described = fault === undefined ? '' : html`aria-describedby="fault"`;
  const body = html`<p class="about">${text.about}</p>
    <div class="card narrow">
      <form method="post" action="/sign-in">
        <input type="hidden" name="to" value="${target}" />
        <div class="field">
          <label for="name">${text.name}</label>
          <input
            id="name"
            name="name"
            value="${name}"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
            ${described}
          />
        </div>
        <div class="field">
          <label for="password">${text.password}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required ${described} />
        </div>
        <button class="main" type="submit">${text.submit}</button>
      </form>
      ${elsewhere ? html`<a class="button" href="/sign-in/oidc?to=${encodeURIComponent(target)}">${text.elsewhere}</a>` : ''}
    </div>`;
  return staffPage({
    title: text.title,
    body,
    fault: fault && staffFaultText[fault],
    done: signedOut ? text.signedOut : undefined,
  });
}

/** Draws the page that says why a single sign-on did not work, with the id a supervisor needs. */
export function elsewhereFailedPage(fault: StaffFault, subject?: string): Markup {
  const yours = html`<p>${text.yourSubject}</p>
    <p class="secret">${subject}</p>`;
  const body = html`<div class="card narrow">
    ${subject === undefined ? '' : yours}
    <p><a class="button" href="/sign-in">${text.back}</a></p>
  </div>`;
  return staffPage({ title: text.title, body, fault: staffFaultText[fault] });
}

/**
 * Draws the page somebody lands on after a single sign-on. It goes on by itself: a redirect would still count as
 * coming from the issuer's site, and the browser would keep the strict cookie back.
 */
export function arrivedPage(target: string): Markup {
  const body = html`<div class="card narrow">
    <p><a href="${target}">${text.arrived}</a></p>
  </div>`;
  return staffPage({ title: text.title, body, next: target });
}
