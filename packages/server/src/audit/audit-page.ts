import { html } from 'hono/html';
import type { Markup } from '../accounts/staff-page.ts';
import { csrfField, staffPage } from '../accounts/staff-page.ts';
import type { AccountRow, AuditRow, LoginRow } from '../storage/tables.ts';
import { auditText } from '../text/audit-text.ts';
import type { AuditHead } from './audit-head.ts';
import type { AuditVerdict } from './verify-chain.ts';

/** What the page on which a supervisor reads the audit log shows. */
export interface AuditPage {
  readonly person: { readonly account: AccountRow; readonly login: LoginRow };
  /** ISO. */
  readonly day: string;
  readonly rows: readonly AuditRow[];
  /** Names by account id. */
  readonly names: ReadonlyMap<string, string>;
  /** Last number shown, when the day has more rows. */
  readonly more?: number | undefined;
  readonly head: AuditHead | undefined;
  readonly verdict?: AuditVerdict | undefined;
}

const EIGHT_HOURS = 8 * 60 * 60 * 1000;

/** Draws the page on which a supervisor reads the audit log of one day, and has the whole log checked. */
export function auditPage(page: AuditPage): Markup {
  const { person, day, rows, more, verdict } = page;
  const body = html`<p class="about">${auditText.about}</p>
    <section class="card" aria-labelledby="day-title">
      <h2 id="day-title">${day}</h2>
      <form method="get" action="/audit" class="row">
        <div class="field">
          <label for="day">${auditText.day}</label>
          <input id="day" name="day" type="date" value="${day}" required />
        </div>
        <button type="submit">${auditText.show}</button>
      </form>
      ${rows.length === 0 ? html`<p>${auditText.none}</p>` : auditTable(page)}
      ${more === undefined ? '' : html`<p><a href="/audit?day=${day}&amp;after=${more}">${auditText.more}</a></p>`}
    </section>
    ${verifyCard(page)}`;
  return staffPage({
    title: auditText.title,
    person,
    body,
    done: verdict?.intact ? auditText.intact(verdict.rows) : undefined,
    fault: verdict && !verdict.intact ? auditText.broken[verdict.fault](verdict.seq) : undefined,
  });
}

function auditTable({ rows, names }: AuditPage): Markup {
  const { seq, at, actor, action, object } = auditText.columns;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${seq}</th>
        <th scope="col">${at}</th>
        <th scope="col">${actor}</th>
        <th scope="col">${action}</th>
        <th scope="col">${object}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <td data-heading="${seq}">${row.seq}</td>
            <td data-heading="${at}">${clockTime(row.at)}</td>
            <td data-heading="${actor}">${nameOf(row.actor, names)}</td>
            <td data-heading="${action}">${auditText.actions[row.action] ?? row.action}</td>
            <td data-heading="${object}">
              ${nameOf(row.object, names)}
              ${row.detail === '{}' ? '' : html`<br /><span class="code">${row.detail}</span>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function nameOf(id: string, names: ReadonlyMap<string, string>): string {
  return names.get(id) ?? auditText.actors[id] ?? id;
}

/** The time in Beijing, to the second. */
function clockTime(at: number): string {
  return new Date(at + EIGHT_HOURS).toISOString().slice(11, 19);
}

function verifyCard({ person, head }: AuditPage): Markup {
  const { title, about, submit, head: headText, keep, none, seq, hash } = auditText.verify;
  return html`<section class="card" aria-labelledby="verify-title">
    <h2 id="verify-title">${title}</h2>
    <p>${about}</p>
    <p>${headText}</p>
    <p class="code">${head ? `${String(head.seq)} ${head.hash}` : none}</p>
    <p class="hint">${keep}</p>
    <form method="post" action="/audit">
      ${csrfField(person.login)}
      <div class="row">
        <div class="field">
          <label for="seq">${seq}</label>
          <input id="seq" name="seq" inputmode="numeric" pattern="[0-9]{1,15}" autocomplete="off" />
        </div>
        <div class="field">
          <label for="hash">${hash}</label>
          <input id="hash" name="hash" pattern="[0-9a-f]{64}" autocomplete="off" spellcheck="false" />
        </div>
        <button type="submit">${submit}</button>
      </div>
    </form>
  </section>`;
}
