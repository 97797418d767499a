import type { Knowledge } from '@onetrip/engine';
import { html } from 'hono/html';
import type { Markup } from '../../accounts/staff-page.ts';
import { staffPage } from '../../accounts/staff-page.ts';
import { groupReceiptNumber } from '../../receipts/receipt-number.ts';
import type { RatingLevel, RatingReason } from '../../ratings/rating-reasons.ts';
import type { AccountRow, LedgerHistoryRow } from '../../storage/tables.ts';
import { kindText, ledgerText as text, levelText, reasonText, stateText } from '../../text/ledger-text.ts';
import { beijingTime } from '../exports/beijing-time.ts';
import type { ListedEntry } from '../ledger-list.ts';
import { isSettled } from '../ledger-states.ts';
import type { LedgerDetail } from '../new-entry.ts';
import { changeForm } from './change-form.ts';
import type { EntryPage } from './entry-page-parts.ts';
import { others } from './entry-page-parts.ts';

/** One entry as a page: what happened, everything done about it, and the next step. */
export function entryPage(page: EntryPage): Markup {
  const { person, entry, history, fault, done } = page;
  const mayChange = person.account.role !== 'clerk' && !isSettled(entry.state);
  const body = html`<link rel="stylesheet" href="/ledger.css" />
    <p><a href="/ledger">${text.title}</a></p>
    <section class="card" aria-label="${text.columns.what}">
      <dl class="facts">
        ${factsOf(page).map(([name, value]) =>
          value === ''
            ? ''
            : html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`,
        )}
      </dl>
      ${others(entry) > 0 ? html`<p>${text.alike(others(entry))}</p>` : ''}
    </section>
    ${mayChange ? changeForm(page) : ''}
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">${text.history}</h2>
      <ol class="history">
        ${history.map((step) => historyLine(step, page))}
      </ol>
    </section>`;
  const title = `${kindText[entry.kind]}（${stateText[entry.state]}）`;
  return staffPage({ title, body, person, fault, done: done ? text.done : undefined });
}

function factsOf({ entry, knowledge, accounts, today }: EntryPage): readonly (readonly [string, string])[] {
  const detail = JSON.parse(entry.detail) as LedgerDetail;
  const { columns } = text;
  const isLate = entry.closed === null && entry.due < today;
  return [
    [text.said, entry.words || text.nothingSaid],
    [text.why, detail.why ?? ''],
    [text.level, ratingOf(detail)],
    [columns.item, knowledge.items.find(({ id }) => id === entry.item)?.title ?? entry.item ?? ''],
    [text.place, placeOf(entry, detail, knowledge)],
    [text.summary, (detail.summary ?? []).join('；')],
    [columns.due, isLate ? `${entry.due}　${text.overdue}` : entry.due],
    [columns.owner, entry.owner === null ? text.nobody : nameOf(entry.owner, accounts)],
    [text.opened, beijingTime(entry.opened)],
    [text.closed, entry.closed === null ? '' : beijingTime(entry.closed)],
    [text.resolution, entry.resolution ?? ''],
    [text.resolvedBy, entry.resolved_by ?? ''],
    [text.receipt, entry.receipt === null ? '' : groupReceiptNumber(entry.receipt)],
    [text.knowledge, entry.knowledge],
    [text.hash, detail.hash ?? ''],
  ];
}

function ratingOf({ level, reasons = [] }: LedgerDetail): string {
  if (level === undefined) return '';
  return [levelText[level as RatingLevel], ...reasons.map((code) => reasonText[code as RatingReason])].join('；');
}

function placeOf({ hall }: ListedEntry, { window }: LedgerDetail, { region }: Knowledge): string {
  const at = region.halls.find(({ id }) => id === hall);
  const counter = at?.windows.find(({ id }) => id === window);
  return [at?.name ?? hall ?? '', counter ? `${counter.name} ${counter.numbers}` : ''].join(' ').trim();
}

function nameOf(id: string, accounts: readonly AccountRow[]): string {
  if (id === 'citizen' || id === 'system') return text.who[id];
  return accounts.find((account) => account.id === id)?.display ?? id;
}

function historyLine({ at, by, change }: LedgerHistoryRow, { accounts }: EntryPage): Markup {
  const said = JSON.parse(change) as Readonly<Record<string, string>>;
  const { steps } = text;
  const lines = (Object.keys(steps) as (keyof typeof steps)[]).flatMap((step) => {
    const value = said[step];
    if (value === undefined) return [];
    if (step === 'state') return [steps.state(stateText[value as keyof typeof stateText])];
    return [steps[step](step === 'owner' ? nameOf(value, accounts) : value)];
  });
  return html`<li>
    <p class="hint">${beijingTime(at)}　${nameOf(by, accounts)}</p>
    ${lines.map((line) => html`<p>${line}</p>`)}
  </li>`;
}
