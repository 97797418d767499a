import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Locale, NoticeReply } from '@onetrip/engine';
import { TurnEvent, WishEvent } from '../components/inner-events.ts';
import type { Wish } from '../components/inner-events.ts';
import type { HandoverCode, Receipt } from '../port/port.ts';
import type { Words } from '../text/words.ts';
import type { Conversation, Entry } from './conversation.ts';
import type { Trouble } from './talk.ts';

/** Everything that the guide's picture depends on. */
export interface GuideView {
  readonly conversation: Conversation;
  readonly trouble: Trouble | undefined;
  readonly busy: boolean;
  readonly words: Words;
  readonly locale: Locale;
  /** There is room beside the conversation. */
  readonly wide: boolean;
  readonly elder: boolean;
  /** The receipt of the notice, where a server keeps it. */
  readonly receipt: Receipt | undefined;
  /** Gives the digits for going on elsewhere, where there is a server to go on with. */
  readonly handOver: (() => Promise<HandoverCode>) | undefined;
}

type Part = TemplateResult | typeof nothing;

/** Draws the guide. What a person does leaves as `TurnEvent` and `WishEvent`. */
export function guideView(view: GuideView): TemplateResult {
  const { conversation, words, wide } = view;
  const { standing } = conversation;
  const concluded = standing?.kind === 'notice';
  const state = concluded ? 'concluded' : conversation.begun ? 'asking' : 'hello';
  return html`<div class="guide ${wide ? 'wide' : 'narrow'} ${state}" part="guide">
    ${header(view)}
    <p class="unseen" role="status"></p>
    <div class="columns">
      <div class="conversation" part="conversation" tabindex="-1" aria-busy=${view.busy ? 'true' : 'false'}>
        ${wide ? nothing : trip(view)} ${concluded ? earlier(view) : transcript(view, conversation.entries)}
        ${conversation.begun ? stands(view) : nothing}
        <div class="after">
          ${concluded ? transcript(view, conversation.entries.slice(conversation.noticeAt)) : nothing}
          <p class="waiting" ?hidden=${!view.busy}><span>${standing ? words.sending : words.loading}</span></p>
          ${trouble(view)} ${composer(view)}
          ${standing?.kind === 'ask' || standing?.kind === 'choose' ? handover(view, { quiet: true }) : nothing}
          <slot name="privacy"></slot>
          ${standing || !view.trouble ? nothing : html`<slot></slot>`}
        </div>
        ${conversation.begun ? nothing : stands(view)}
      </div>
      ${aside(view)}
    </div>
  </div>`;
}

function header({ words, elder, conversation }: GuideView): TemplateResult {
  return html`<div class="header" part="header">
    <div class="title">
      <h2>${words.name}</h2>
      <p>${words.tagline}</p>
    </div>
    <div class="tools">
      <button class="tool" type="button" aria-pressed=${elder} @click=${wish('larger')}>${words.header.larger}</button>
      ${
        conversation.begun
          ? html`<button class="tool" type="button" @click=${wish('restart')}>${words.header.restart}</button>`
          : nothing
      }
      ${
        conversation.standing
          ? html`<button class="tool" type="button" @click=${askForClerk}>${words.header.clerk}</button>`
          : nothing
      }
    </div>
  </div>`;
}

function trip({ conversation, words, busy }: GuideView): Part {
  const items = conversation.trip;
  if (items.length === 0) return nothing;
  const { trip } = words;
  const only = items.length === 1;
  return html`<section class="trip" aria-label=${trip.lead}>
    <span class="lead">${trip.lead}</span>
    <ul>
      ${items.map(
        ({ item, title }) =>
          html`<li>
            <b>${title}</b>
            <button
              class="link"
              type="button"
              aria-label=${only ? trip.notThisWhat(title) : trip.removeWhat(title)}
              aria-disabled=${busy}
              @click=${turn({ kind: 'remove', item })}
            >
              ${only ? trip.notThis : trip.remove}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

function transcript({ conversation, words, busy }: GuideView, entries: readonly Entry[]): Part {
  if (entries.length === 0) return nothing;
  return html`<onetrip-transcript
    label=${words.answers.answered}
    .words=${words}
    .conversation=${conversation}
    .entries=${entries}
    ?frozen=${conversation.standing?.kind === 'notice'}
    ?busy=${busy}
  ></onetrip-transcript>`;
}

/** Once the notice is there, the way to it folds away. */
function earlier(view: GuideView): Part {
  const { conversation, words } = view;
  const entries = conversation.entries.slice(0, conversation.noticeAt);
  return html`
    ${
      entries.length > 0
        ? html`<details class="earlier">
            <summary>${words.sheet.earlier(entries.length)}</summary>
            ${transcript(view, entries)}
          </details>`
        : nothing
    }
    ${conversation.lead.map((line) => html`<p class="lead-line">${line}</p>`)}
  `;
}

function stands(view: GuideView): Part {
  const { conversation, words, busy } = view;
  const { standing } = conversation;
  switch (standing?.kind) {
    case 'ask':
      return html`<onetrip-question
        class="now card"
        .words=${words}
        .question=${standing.question}
        .remaining=${standing.remaining?.atMost}
        .because=${conversation.because}
        ?busy=${busy}
      ></onetrip-question>`;
    case 'choose':
      return html`<onetrip-choices
        class="now"
        .words=${words}
        .candidates=${standing.candidates}
        ?first=${!conversation.begun}
        ?busy=${busy}
      ></onetrip-choices>`;
    case 'notice':
      return html`${notice(view, standing)} ${receipt(view, standing)}`;
    case 'handoff':
      return html`<onetrip-handoff
        class="now"
        .words=${words}
        heading=${words.handoff.title}
        .phone=${standing.phone}
        .summary=${standing.summary}
      >
        ${
          conversation.behind
            ? html`<button class="plain go-on" type="button" @click=${wish('go-on')}>${words.handoff.goOn}</button>`
            : nothing
        }
        ${handover(view, { phone: standing.phone })}
      </onetrip-handoff>`;
    case 'not-found':
      return html`<onetrip-handoff class="now" .words=${words} heading=${words.handoff.orCall} .phone=${standing.phone}>
        ${
          standing.candidates.length > 0
            ? html`<onetrip-choices .words=${words} .candidates=${standing.candidates} ?busy=${busy}></onetrip-choices>`
            : nothing
        }
        ${handover(view, { phone: standing.phone })}
      </onetrip-handoff>`;
    case undefined:
      return nothing;
  }
}

function notice({ conversation, words, locale, busy }: GuideView, reply: NoticeReply): TemplateResult {
  return html`<onetrip-sheet
    class="now"
    .words=${words}
    .notice=${reply.notice}
    .locale=${locale}
    .editing=${conversation.editing}
    .difference=${reply.difference}
    ?busy=${busy}
  ></onetrip-sheet>`;
}

function receipt(view: GuideView, { notice: told }: NoticeReply): Part {
  const { words, receipt: kept } = view;
  if (!kept) return nothing;
  const about = told.items.map(({ title }) => title).join(words.separator);
  return html`<onetrip-receipt .words=${words} .receipt=${kept} about=${about}>
    ${handover(view, { phone: told.help.hotline })}
  </onetrip-receipt>`;
}

/** Nothing to go on with before anything was said. */
function handover(
  { conversation, words, handOver }: GuideView,
  { phone = '', quiet = false }: { readonly phone?: string; readonly quiet?: boolean },
): Part {
  if (!handOver || !conversation.begun) return nothing;
  return html`<onetrip-handover
    class="handover"
    .words=${words}
    .handOver=${handOver}
    phone=${phone}
    ?quiet=${quiet}
  ></onetrip-handover>`;
}

function trouble({ trouble: problem, words }: GuideView): Part {
  if (!problem) return nothing;
  return html`<div class="trouble">
    <p><b>${words.problem.title}</b></p>
    <p>${problem.text}</p>
    ${
      problem.retry
        ? html`<button class="plain" type="button" @click=${wish('retry')}>${words.problem.retry}</button>`
        : nothing
    }
  </div>`;
}

function composer({ conversation, words, busy }: GuideView): Part {
  if (!conversation.standing) return nothing;
  return html`<onetrip-composer
    .words=${words}
    label=${conversation.begun ? words.composer.later : words.composer.first}
    placeholder=${conversation.begun ? '' : words.composer.example}
    ?busy=${busy}
  ></onetrip-composer>`;
}

function aside(view: GuideView): Part {
  const { conversation, words, wide } = view;
  const concluded = conversation.standing?.kind === 'notice';
  if (!conversation.begun) return nothing;
  if (!concluded && !conversation.checklist && !wide) return nothing;
  return html`<section class="aside" part="aside" aria-label=${concluded ? words.notice : words.checklist.title}>
    ${wide ? trip(view) : nothing}
    ${
      concluded
        ? actions(view)
        : html`<onetrip-checklist
            .words=${words}
            .checklist=${conversation.checklist}
            ?foldable=${!wide}
          ></onetrip-checklist>`
    }
  </section>`;
}

function actions({ words }: GuideView): TemplateResult {
  const { sheet } = words;
  return html`<div class="actions">
    <button class="primary" type="button" @click=${wish('print')}>${sheet.print}</button>
    <button class="plain" type="button" @click=${wish('restart')}>${sheet.restart}</button>
    <button class="plain" type="button" @click=${askForClerk}>${sheet.clerk}</button>
  </div>`;
}

function wish(what: Wish): (event: Event) => void {
  return ({ currentTarget }) => currentTarget?.dispatchEvent(new WishEvent(what));
}

function turn(input: TurnEvent['input']): (event: Event) => void {
  return ({ currentTarget }) => currentTarget?.dispatchEvent(new TurnEvent(input));
}

function askForClerk(event: Event): void {
  turn({ kind: 'ask-for-clerk' })(event);
}
