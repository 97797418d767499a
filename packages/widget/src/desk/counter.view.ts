import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Clerk } from '../port/staff.ts';
import type { Words } from '../text/words.ts';

/** What the staff's part of the desk depends on. */
export interface CounterView {
  readonly words: Words;
  /** `nobody` is signed in, or it is not known who. */
  readonly clerk: Clerk | 'nobody' | undefined;
  readonly trouble: string;
  readonly busy: boolean;
}

type Part = TemplateResult | typeof nothing;

/** The bar that says who is signed in, with the ways to what only they can do. */
export function staffBar({ words, clerk }: CounterView): Part {
  if (!clerk) return nothing;
  const { desk } = words;
  return html`<nav class="staff" aria-label=${desk.staff}>
    ${clerk === 'nobody' ? signIn(desk) : whoIs(clerk, desk)}
  </nav>`;
}

function signIn(desk: Words['desk']): TemplateResult {
  const back = encodeURIComponent(location.pathname);
  return html`<span>${desk.toTakeOver}</span> <a href="/sign-in?to=${back}">${desk.signIn}</a>`;
}

function whoIs({ display, csrf }: Clerk, desk: Words['desk']): TemplateResult {
  return html`<span>${desk.signedInAs(display)}</span>
    <a href="/desk/receipts">${desk.receipts}</a>
    <a href="/ledger">${desk.ledger}</a>
    <form method="post" action="/sign-out">
      <input type="hidden" name="csrf" .value=${csrf} />
      <button class="link" type="submit">${desk.signOut}</button>
    </form>`;
}

/** The field for a citizen's six digits; only for who is signed in. */
export function takeover({ words, clerk, trouble, busy }: CounterView): Part {
  if (!clerk || clerk === 'nobody') return nothing;
  return html`<onetrip-takeover .words=${words} trouble=${trouble} ?busy=${busy}></onetrip-takeover>`;
}
