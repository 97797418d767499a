import type { Knowledge } from '@onetrip/engine';
import { html } from 'hono/html';
import type { SignedInPerson } from '../../accounts/logins.ts';
import type { Markup } from '../../accounts/staff-page.ts';
import { csrfField, staffPage } from '../../accounts/staff-page.ts';
import type { LedgerRow } from '../../storage/tables.ts';
import { dayInWords } from '../../receipts/day-in-words.ts';
import { kindText, ledgerText as text, stateText } from '../../text/ledger-text.ts';
import type { EntryGroup, ListedEntry, Reading } from '../ledger-list.ts';
import { LEDGER_STATES } from '../ledger-states.ts';
import { LEDGER_KINDS } from '../list-query.ts';
import type { ListQuery } from '../list-query.ts';

/** What the list is drawn from. */
export interface ListPage {
  readonly person: SignedInPerson;
  readonly query: ListQuery;
  readonly reading: Reading;
  readonly knowledge: Knowledge;
  /** Single entries where one group was asked for. */
  readonly rows: readonly (EntryGroup | ListedEntry)[];
  /** Last day of the calendar. */
  readonly calendarUntil: string;
  /** Address of the next page. */
  readonly next: string | undefined;
  readonly fault?: string | undefined;
}

/** Days before the calendar runs out on which somebody is told. */
const WARN_DAYS = 45;

/** The ledger as a page: the same trouble once with a count, overdue first. */
export function listPage(page: ListPage): Markup {
  const { person, query, rows, next, fault } = page;
  const body = html`<link rel="stylesheet" href="/ledger.css" />
    <p class="about">${text.about}</p>
    ${calendarLine(page)}
    <section class="card" aria-label="${text.filter}">${filterForm(page)}</section>
    <section class="card" aria-label="${text.title}">
      ${rows.length === 0 ? html`<p>${text.empty}</p>` : table(page)}
      ${next === undefined ? '' : html`<p><a class="button" href="${next}">${text.next}</a></p>`}
    </section>
    ${person.account.role === 'supervisor' ? exports(query) : ''} ${complain(person)}`;
  return staffPage({ title: text.title, body, person, fault });
}

function calendarLine({ calendarUntil, reading }: ListPage): Markup {
  const soon = new Date(Date.parse(reading.today) + WARN_DAYS * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return calendarUntil < soon ? html`<p class="notice">${text.calendarEnds(dayInWords(calendarUntil))}</p>` : html``;
}

function filterForm({ query, knowledge }: ListPage): Markup {
  const states = [
    ['unsettled', text.unsettled],
    ...LEDGER_STATES.map((state) => [state, stateText[state]]),
    ['all', text.all],
  ];
  const kinds = LEDGER_KINDS.map((kind) => [kind, kindText[kind]]);
  const items = knowledge.items.map(({ id, title }) => [id, title]);
  return html`<form method="get" action="/ledger" class="row">
    ${select('state', text.columns.state, states, query.state)}
    ${select('kind', text.columns.kind, [['', text.everything], ...kinds], query.kind)}
    ${select('item', text.columns.item, [['', text.everything], ...items], query.item)}
    <label class="check">
      <input type="checkbox" name="overdue" value="true" ${query.overdue === 'true' ? html`checked` : ''} />
      ${text.onlyOverdue}
    </label>
    <button type="submit">${text.show}</button>
  </form>`;
}

function select(
  name: string,
  label: string,
  options: readonly (readonly string[])[],
  chosen: string | undefined,
): Markup {
  return html`<p class="field">
    <label for="filter-${name}">${label}</label>
    <select id="filter-${name}" name="${name}">
      ${options.map(
        ([value = '', words = '']) =>
          html`<option value="${value}" ${value === (chosen ?? '') ? html`selected` : ''}>${words}</option>`,
      )}
    </select>
  </p>`;
}

function table(page: ListPage): Markup {
  const { what, item, count, state, due, kind } = text.columns;
  return html`<table class="ledger">
    <thead>
      <tr>
        ${[what, kind, item, count, state, due].map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${page.rows.map((row) => tableRow(row, page))}
    </tbody>
  </table>`;
}

function tableRow(row: EntryGroup | ListedEntry, { query, knowledge, reading }: ListPage): Markup {
  const { example, count } = 'example' in row ? row : { example: row, count: 1 };
  const together = example.closed === null ? text.unsettled : text.settled;
  const { columns } = text;
  const title = knowledge.items.find(({ id }) => id === row.item)?.title ?? row.item ?? text.none;
  const address = count > 1 ? groupAddress(example, query) : `/ledger/${example.id}`;
  const isLate = example.closed === null && row.due < reading.today;
  return html`<tr>
    <td data-heading="${columns.what}"><a href="${address}">${example.words || text.nothingSaid}</a></td>
    <td data-heading="${columns.kind}">${kindText[row.kind]}</td>
    <td data-heading="${columns.item}">${title}</td>
    <td data-heading="${columns.count}">${text.times(count)}</td>
    <td data-heading="${columns.state}">${count > 1 ? together : stateText[example.state]}</td>
    <td data-heading="${columns.due}">${row.due}${isLate ? html` <b class="late">${text.overdue}</b>` : ''}</td>
  </tr>`;
}

function groupAddress({ kind, item, subject }: LedgerRow, { state }: ListQuery): string {
  const query = new URLSearchParams({ state, kind, subject, ...(item === null ? {} : { item }) });
  return `/ledger?${query.toString()}`;
}

function exports({ state, kind, item }: ListQuery): Markup {
  const filters = { state, ...(kind === undefined ? {} : { kind }), ...(item === undefined ? {} : { item }) };
  const link = (path: string, fields: Record<string, string>, words: string): Markup =>
    html`<a class="button" href="${path}?${new URLSearchParams(fields).toString()}">${words}</a>`;
  return html`<section class="card" aria-labelledby="export-title">
    <h2 id="export-title">${text.file}</h2>
    <p class="row">
      ${text.title} ${link('/api/ledger/export', { ...filters, format: 'csv' }, text.csv)}
      ${link('/api/ledger/export', { ...filters, format: 'xlsx' }, text.xlsx)}
    </p>
    <p class="row">
      ${text.ratings} ${link('/api/ratings/export', { format: 'csv' }, text.csv)}
      ${link('/api/ratings/export', { format: 'xlsx' }, text.xlsx)}
    </p>
  </section>`;
}

function complain({ login }: SignedInPerson): Markup {
  const { title, words, submit } = text.complain;
  return html`<section class="card" aria-labelledby="complain-title">
    <h2 id="complain-title">${title}</h2>
    <form method="post" action="/ledger">
      ${csrfField(login)} <input type="hidden" name="kind" value="complaint" />
      <p class="field">
        <label for="complain-words">${words}</label>
        <textarea id="complain-words" name="words" rows="3" maxlength="500" required></textarea>
      </p>
      <button type="submit" class="main">${submit}</button>
    </form>
  </section>`;
}
