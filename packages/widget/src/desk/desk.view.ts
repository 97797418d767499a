import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { readAloud } from '@onetrip/engine';
import type { ItemRef, Locale, Survey } from '@onetrip/engine';
import { TurnEvent, WishEvent } from '../components/inner-events.ts';
import type { Wish } from '../components/inner-events.ts';
import type { Receipt } from '../port/port.ts';
import type { Words } from '../text/words.ts';
import { staffBar, takeover } from './counter.view.ts';
import type { CounterView } from './counter.view.ts';

/** Everything that the desk's picture depends on. */
export interface DeskView {
  readonly survey: Survey | undefined;
  readonly trouble: { readonly text: string; readonly retry?: () => Promise<void> } | undefined;
  readonly busy: boolean;
  readonly words: Words;
  readonly locale: Locale;
  /** The question that the digit keys answer. */
  readonly current: string;
  /** The receipt of the notice, once there is one. */
  readonly receipt: Receipt | undefined;
  /** A citizen began it. */
  readonly tookOver: boolean;
  readonly counter: CounterView;
  readonly find: (query: string) => Promise<readonly ItemRef[]>;
}

type Part = TemplateResult | typeof nothing;

/** Draws the desk. */
export function deskView(view: DeskView): TemplateResult {
  const { survey, words, find } = view;
  const { desk } = words;
  return html`<div class="desk" part="desk">
    <div class="header" part="header">
      <h2>${desk.title}</h2>
      <div class="tools">
        ${
          survey
            ? html`<button class="tool" type="button" @click=${wish('print')}>${words.sheet.print}</button>
                <button class="tool" type="button" @click=${wish('restart')}>${desk.again}</button>`
            : nothing
        }
        <button class="tool" type="button" aria-keyshortcuts="?" @click=${wish('keys')}>
          ${desk.keys} <kbd aria-hidden="true">?</kbd>
        </button>
      </div>
    </div>
    ${staffBar(view.counter)}
    <p class="unseen" role="status"></p>
    <div class="columns">
      <div class="left" part="questions" aria-busy=${view.busy ? 'true' : 'false'}>
        <onetrip-item-search
          .words=${words}
          .find=${find}
          label=${survey ? desk.searchSecond : desk.search}
        ></onetrip-item-search>
        ${survey ? nothing : takeover(view.counter)} ${trouble(view)} ${tookOver(view)}
        ${survey ? questions(view, survey) : html`<p class="empty">${desk.empty}</p>`}
      </div>
      ${survey ? aside(view, survey) : nothing}
    </div>
    <onetrip-key-help .words=${words}></onetrip-key-help>
  </div>`;
}

function tookOver({ tookOver: done, survey, words }: DeskView): Part {
  if (!done) return nothing;
  return html`<p class="took-over">${survey ? words.desk.tookOver : words.desk.tookOverEmpty}</p>`;
}

function questions({ words, current, busy }: DeskView, survey: Survey): TemplateResult {
  const { desk } = words;
  const open = survey.questions.filter(({ status }) => status === 'open').length;
  return html`<section aria-labelledby="questions">
    ${trip(words, survey)}
    <div class="bar">
      <h3 id="questions">${desk.questions}</h3>
      <span class="count ${survey.settled ? 'settled' : ''}">
        ${survey.settled ? desk.settled : desk.open(open, survey.questions.length)}
      </span>
    </div>
    <onetrip-survey .words=${words} .questions=${survey.questions} current=${current} ?busy=${busy}></onetrip-survey>
  </section>`;
}

function trip(words: Words, { trip: items }: Survey): TemplateResult {
  return html`<ul class="trip" aria-label=${words.trip.lead}>
    ${items.map(
      ({ item, title }) =>
        html`<li>
          <b>${title}</b>
          <button
            class="link"
            type="button"
            aria-label=${words.trip.removeWhat(title)}
            @click=${({ currentTarget }: Event) =>
              currentTarget?.dispatchEvent(new TurnEvent({ kind: 'remove', item }))}
          >
            ${words.trip.remove}
          </button>
        </li>`,
    )}
  </ul>`;
}

function aside({ words, locale, receipt }: DeskView, { notice }: Survey): TemplateResult {
  const numbered = receipt ? { ...notice, number: receipt.number } : notice;
  return html`<section class="aside" part="aside" aria-label=${words.notice} tabindex="0">
    <onetrip-read-aloud .words=${words} .sentences=${readAloud(notice)}></onetrip-read-aloud>
    ${receipt ? html`<a class="kept" href=${receipt.link} target="_blank" rel="noopener">${words.receipt.open}</a>` : nothing}
    <onetrip-sheet frozen .words=${words} .notice=${numbered} .locale=${locale}></onetrip-sheet>
  </section>`;
}

function trouble({ trouble: problem, words }: DeskView): Part {
  if (!problem) return nothing;
  return html`<div class="trouble">
    <p>${problem.text}</p>
    ${
      problem.retry
        ? html`<button class="plain" type="button" @click=${wish('retry')}>${words.problem.retry}</button>`
        : nothing
    }
  </div>`;
}

function wish(what: Wish): (event: Event) => void {
  return ({ currentTarget }) => currentTarget?.dispatchEvent(new WishEvent(what));
}
