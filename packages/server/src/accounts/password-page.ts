import { html } from 'hono/html';
import type { AccountRow, LoginRow } from '../storage/tables.ts';
import type { StaffFault } from '../text/accounts-text.ts';
import { accountsText, staffFaultText } from '../text/accounts-text.ts';
import type { Markup } from './staff-page.ts';
import { csrfField, staffPage } from './staff-page.ts';

const text = accountsText.password;

/** Draws the page on which people choose a password of their own. */
export function passwordPage(
  person: { readonly account: AccountRow; readonly login: LoginRow },
  fault?: StaffFault,
): Markup {
  const { account, login } = person;
  const form = html`<form method="post" action="/password">
    ${csrfField(login)}
    <input hidden name="username" autocomplete="username" value="${account.name}" readonly />
    ${passwordField('current', text.current, 'current-password')}
    <p class="hint" id="rules">${text.rules}</p>
    ${passwordField('chosen', text.chosen, 'new-password')} ${passwordField('again', text.again, 'new-password')}
    <p class="hint">${text.after}</p>
    <button class="main" type="submit">${text.submit}</button>
  </form>`;
  const body = html`${account.must_change === 1 ? html`<p class="about">${text.mustChange}</p>` : ''}
    <div class="card narrow">${account.password === null ? html`<p>${text.elsewhere}</p>` : form}</div>`;
  return staffPage({ title: text.title, body, person, fault: fault && staffFaultText[fault] });
}

function passwordField(name: string, label: string, autocomplete: string): Markup {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="password"
      autocomplete="${autocomplete}"
      required
      ${name === 'chosen' ? html`aria-describedby="rules"` : ''}
    />
  </div>`;
}
