import { html } from 'hono/html';
import { inScope } from '../../accounts/in-scope.ts';
import type { Markup } from '../../accounts/staff-page.ts';
import { csrfField } from '../../accounts/staff-page.ts';
import { ledgerText, stateText } from '../../text/ledger-text.ts';
import { nextStates } from '../ledger-states.ts';
import { others } from './entry-page-parts.ts';
import type { EntryPage } from './entry-page-parts.ts';

const text = ledgerText.change;

/** The next step of an entry, as a form. */
export function changeForm(page: EntryPage): Markup {
  const { person, entry, history, knowledge } = page;
  return html`<section class="card" aria-labelledby="change-title">
    <h2 id="change-title">${text.title}</h2>
    <form method="post" action="/ledger/${entry.id}">
      ${csrfField(person.login)} <input type="hidden" name="seq" value="${history.at(-1)?.seq ?? 1}" />
      ${states(page)} ${owners(page)} ${entry.state === 'working' ? resolution(knowledge.version) : ''}
      ${person.account.role === 'supervisor' ? due(page) : ''}
      <p class="field">
        <label for="change-note">${text.note}</label>
        <textarea id="change-note" name="note" rows="2" maxlength="500"></textarea>
      </p>
      ${others(entry) > 0 ? alike() : ''}
      <button type="submit" class="main">${text.submit}</button>
    </form>
  </section>`;
}

function states({ entry }: EntryPage): Markup {
  return html`<p class="field">
    <label for="change-state">${text.state}</label>
    <select id="change-state" name="state">
      <option value="">${text.keep}（${stateText[entry.state]}）</option>
      ${nextStates(entry.state).map((state) => html`<option value="${state}">${stateText[state]}</option>`)}
    </select>
  </p>`;
}

function owners({ entry, accounts }: EntryPage): Markup {
  const able = accounts.filter(
    (account) => account.role !== 'clerk' && account.disabled === 0 && inScope(account, entry),
  );
  return html`<p class="field">
    <label for="change-owner">${text.owner}</label>
    <select id="change-owner" name="owner">
      <option value="">${text.keep}</option>
      ${able.map(({ id, display }) => html`<option value="${id}">${display}</option>`)}
    </select>
  </p>`;
}

function resolution(version: string): Markup {
  return html`<p class="field">
      <label for="change-resolution">${text.resolution}</label>
      <textarea id="change-resolution" name="resolution" rows="3" maxlength="500"></textarea>
    </p>
    <p class="field">
      <label for="change-version">${text.resolvedBy}</label>
      <input id="change-version" name="resolvedBy" maxlength="100" autocomplete="off" aria-describedby="version-now" />
      <span class="hint" id="version-now">${text.current(version)}</span>
    </p>`;
}

function due({ entry, today }: EntryPage): Markup {
  return html`<p class="field">
    <label for="change-due">${text.due}</label>
    <input id="change-due" name="due" type="date" min="${today}" aria-describedby="due-now" />
    <span class="hint" id="due-now">${entry.due}</span>
  </p>`;
}

function alike(): Markup {
  return html`<label class="check"><input type="checkbox" name="alike" value="yes" /> ${text.alike}</label>`;
}
