import { html } from 'hono/html';
import type { AccountRow, LoginRow } from '../storage/tables.ts';
import type { StaffFault } from '../text/accounts-text.ts';
import { accountsText, roleText, staffFaultText } from '../text/accounts-text.ts';
import type { GivenPassword } from './accounts.ts';
import { LONGEST_DISPLAY, ROLES } from './new-account.ts';
import type { Markup } from './staff-page.ts';
import { csrfField, staffPage } from './staff-page.ts';

/** A hall that accounts may be bound to. */
export interface Hall {
  readonly id: string;
  readonly name: string;
}

/** What the page on which a supervisor looks after accounts shows. */
export interface AccountsPage {
  readonly person: { readonly account: AccountRow; readonly login: LoginRow };
  readonly accounts: readonly AccountRow[];
  readonly halls: readonly Hall[];
  readonly elsewhere: boolean;
  readonly fault?: StaffFault | undefined;
  /** Something was changed. */
  readonly done?: boolean;
  /** The password that was just made. */
  readonly given?: GivenPassword | undefined;
}

const text = accountsText.accounts;

/** Draws the page on which a supervisor looks after accounts. */
export function accountsPage(page: AccountsPage): Markup {
  const { person, accounts, fault, done = false, given } = page;
  const body = html`${given ? givenCard(given) : ''}
    <section class="card" aria-labelledby="list">
      <h2 id="list">${text.list}</h2>
      ${accountsTable(page, accounts)}
    </section>
    ${createCard(page)}`;
  return staffPage({
    title: text.title,
    person,
    body,
    fault: fault && staffFaultText[fault],
    done: done ? text.done : undefined,
  });
}

function givenCard({ account, password }: GivenPassword): Markup {
  if (password === null) return html`<p class="done" role="status">${text.withoutPassword(account.name)}</p>`;
  return html`<section class="card" role="status">
    <h2>${text.given}</h2>
    <p class="secret">${password}</p>
    <p>${text.giveTo(account.name)}</p>
  </section>`;
}

function accountsTable(page: AccountsPage, accounts: readonly AccountRow[]): Markup {
  const { person, role, state, change } = text.columns;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${person}</th>
        <th scope="col">${role}</th>
        <th scope="col">${state}</th>
        <th scope="col">${change}</th>
      </tr>
    </thead>
    <tbody>
      ${accounts.map((account) => accountRow(page, account))}
    </tbody>
  </table>`;
}

function accountRow(page: AccountsPage, account: AccountRow): Markup {
  const { columns, states, byIssuer } = text;
  const own = account.id === page.person.account.id;
  return html`<tr>
    <td data-heading="${columns.person}">
      <strong>${account.display}</strong><br /><span class="code">${account.name}</span>
      ${account.subject === null ? '' : html`<br /><span class="hint">${byIssuer}</span>`}
    </td>
    <td data-heading="${columns.role}">${roleText[account.role]}<br />${hallName(page.halls, account.hall)}</td>
    <td data-heading="${columns.state}">${stateOf(account)}</td>
    <td data-heading="${columns.change}">${own ? states.own : changeForms(page, account)}</td>
  </tr>`;
}

function stateOf(account: AccountRow): string {
  if (account.disabled === 1) return text.states.disabled;
  return account.must_change === 1 ? text.states.waiting : text.states.active;
}

function hallName(halls: readonly Hall[], hall: string | null): string {
  return hall === null ? text.everyHall : (halls.find(({ id }) => id === hall)?.name ?? hall);
}

function changeForms(page: AccountsPage, account: AccountRow): Markup {
  const { id, disabled, password, display } = account;
  const action = `/accounts/${id}`;
  const button = (value: string, label: string): Markup =>
    html`<button type="submit" name="do" value="${value}" aria-label="${label}${text.of(display)}">${label}</button>`;
  return html`<form method="post" action="${action}">
      ${csrfField(page.person.login)}
      ${disabled === 1 ? button('enable', text.enable) : button('disable', text.disable)}
      ${password === null ? '' : button('reset', text.reset)}
    </form>
    <form method="post" action="${action}">
      ${csrfField(page.person.login)}
      <select name="role" aria-label="${text.role}${text.of(display)}">
        ${roleOptions(account.role)}
      </select>
      <select name="hall" aria-label="${text.hall}${text.of(display)}">
        ${hallOptions(page, account.hall)}
      </select>
      ${button('role', text.save)}
    </form>`;
}

function roleOptions(chosen: AccountRow['role']): readonly Markup[] {
  return ROLES.map(
    (role) => html`<option value="${role}" ${role === chosen ? 'selected' : ''}>${roleText[role]}</option>`,
  );
}

/** A supervisor of one hall gives out that hall only. */
function hallOptions({ halls, person }: AccountsPage, chosen: string | null): readonly Markup[] {
  const bound = person.account.hall;
  const every = html`<option value="" ${chosen === null ? 'selected' : ''}>${text.everyHall}</option>`;
  const single = halls
    .filter(({ id }) => bound === null || id === bound)
    .map(({ id, name }) => html`<option value="${id}" ${id === chosen ? 'selected' : ''}>${name}</option>`);
  return bound === null ? [every, ...single] : single;
}

function createCard(page: AccountsPage): Markup {
  return html`<section class="card narrow" aria-labelledby="create">
    <h2 id="create">${text.create}</h2>
    <form method="post" action="/accounts">
      ${csrfField(page.person.login)}
      <div class="field">
        <label for="name">${text.name}</label>
        <input id="name" name="name" autocomplete="off" autocapitalize="none" required aria-describedby="name-help" />
        <p class="hint" id="name-help">${text.nameHelp}</p>
      </div>
      <div class="field">
        <label for="display">${text.display}</label>
        <input id="display" name="display" autocomplete="off" required maxlength="${LONGEST_DISPLAY}" />
      </div>
      <div class="field">
        <label for="role">${text.role}</label>
        <select id="role" name="role">
          ${roleOptions('clerk')}
        </select>
      </div>
      <div class="field">
        <label for="hall">${text.hall}</label>
        <select id="hall" name="hall">
          ${hallOptions(page, page.person.account.hall)}
        </select>
      </div>
      ${page.elsewhere ? subjectField() : ''}
      <button class="main" type="submit">${text.submit}</button>
    </form>
  </section>`;
}

function subjectField(): Markup {
  return html`<div class="field">
    <label for="subject">${text.subject}</label>
    <input id="subject" name="subject" autocomplete="off" aria-describedby="subject-help" />
    <p class="hint" id="subject-help">${text.subjectHelp}</p>
  </div>`;
}
