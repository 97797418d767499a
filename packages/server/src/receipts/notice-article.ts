import { html } from 'hono/html';
import { listedSources, noticeSections, sourcesOf } from '@onetrip/engine';
import type { ListedSource, Notice, NoticeSection, SectionId, SectionLine } from '@onetrip/engine';
import { dayInWords } from './day-in-words.ts';
import type { NoticeChange } from './notice-difference.ts';
import type { Html } from './page-frame.ts';
import { groupReceiptNumber } from './receipt-number.ts';
import { receiptText as text } from './receipt-text.ts';

/** What may stand on the sheet besides the notice. */
export interface ArticleExtras {
  /** Lines that are marked as different by now. */
  readonly changes?: readonly NoticeChange[];
  /** At the end: the QR code. */
  readonly foot?: Html;
}

const ALARMING: ReadonlySet<SectionId> = new Set(['ineligible', 'handoff']);
const ORDERED: ReadonlySet<SectionId> = new Set(['first', 'steps']);

/** A notice as a sheet of paper: read on a phone, ticked at a window, printed on A4. */
export function noticeArticle(notice: Notice, { changes = [], foot }: ArticleExtras = {}): Html {
  const sections = noticeSections(notice);
  const listed = listedSources(sections, notice.sources);
  return html`<article class="sheet" aria-labelledby="sheet-title">
    ${head(notice)} ${facts(notice)} ${sections.map((section) => part(section, listed, changes))} ${basis(listed)}
    <footer class="sheet-foot">
      <div>
        <p>${text.told(dayInWords(notice.today))}</p>
        <p>${text.rules(dayInWords(notice.knowledge.date), notice.knowledge.version)}</p>
        ${notice.region.fictional ? html`<p>${text.fictional(notice.region.name)}</p>` : ''} ${signatures()}
      </div>
      ${foot ?? ''}
    </footer>
  </article>`;
}

function head({ number, items }: Notice): Html {
  return html`<header class="sheet-head">
    <h1 id="sheet-title">${text.title}</h1>
    ${number === undefined ? '' : html`<p class="number">${text.number} <b>${groupReceiptNumber(number)}</b></p>`}
    <p class="items">
      <span class="items-label">${text.items}</span>
      <span>${items.map(({ title }) => html`<b>${title}</b> `)}</span>
    </p>
  </header>`;
}

function facts(notice: Notice): Html | '' {
  if (notice.facts.length === 0) return '';
  const said = notice.facts.map(({ name, label, unsure }) => (unsure ? text.unsure(name) : label));
  return html`<section class="part facts" aria-labelledby="part-facts">
    <h2 id="part-facts">${text.facts}</h2>
    <ul class="lines">
      ${said.map((fact) => html`<li>${fact}</li>`)}
    </ul>
  </section>`;
}

function part(section: NoticeSection, listed: readonly ListedSource[], changes: readonly NoticeChange[]): Html {
  const { id, title, lines } = section;
  // What is true of the whole section is said once, in its heading.
  const isLocal = lines.length > 1 && lines.every(({ local }) => local);
  const own = changes.filter((change) => change.section === id);
  const items = lines.map((line) =>
    lineItem(
      isLocal ? { ...line, local: false } : line,
      own.find((change) => change.line === line.id && change.before !== undefined),
    ),
  );
  const kind = `part${ALARMING.has(id) ? ' alarm' : ''}`;
  return html`<section class="${kind}" aria-labelledby="part-${id}">
    <h2 id="part-${id}">
      ${title} ${isLocal ? html`<span class="local">${text.local}</span>` : ''}
      <span class="marks">${sourceMarks(section, listed)}</span>
    </h2>
    ${
      ORDERED.has(id)
        ? html`<ol class="lines">
            ${items}
          </ol>`
        : html`<ul class="lines">
            ${items}
          </ul>`
    }
  </section>`;
}

function lineItem(line: SectionLine, change: NoticeChange | undefined): Html {
  const words = html`${line.when ? html`<span class="when">${line.when}</span>${text.colon}` : ''}${line.text}${
    line.local ? html` <span class="local">${text.local}</span>` : ''
  }`;
  return html`<li${change ? html` class="changed"` : ''}>
    ${line.tick ? html`<label class="tick"><input type="checkbox" /><span>${words}</span></label>` : words}
    ${line.details.map((detail) => html`<p class="detail">${detail}</p>`)} ${change ? changeNote(change) : ''}
  </li>`;
}

function changeNote({ now }: NoticeChange): Html {
  const { changes } = text;
  return html`<p class="change-note">${now === undefined ? changes.removed : html`<b>${changes.now}</b>${now}`}</p>`;
}

function basis(listed: readonly ListedSource[]): Html | '' {
  if (listed.length === 0) return '';
  return html`<section class="part basis" aria-labelledby="part-basis">
    <h2 id="part-basis">${text.basis}</h2>
    <ol class="sources">
      ${listed.map(
        ({ label, quote, address }) =>
          html`<li>
            ${address ? html`<a href="${address}" rel="noopener noreferrer">${label}</a>` : label}
            ${quote ? quotation(quote) : ''}
          </li>`,
      )}
    </ol>
  </section>`;
}

/** Folded up, or the words of the law would hide what to bring; paper has no room for them. */
function quotation(words: string): Html {
  return html`<details>
    <summary>${text.original}</summary>
    <p class="quote">${text.quote(words)}</p>
  </details>`;
}

/** On paper only: what a notice handed over at a window ends with. */
function signatures(): Html {
  const { teller, told, day } = text.signatures;
  return html`<div class="signatures" aria-hidden="true">
    <span>${teller}</span><span>${told}</span><span>${day}</span>
  </div>`;
}

/** 〔1、3〕: the sources of one section as numbers, empty where it has none. */
function sourceMarks(section: NoticeSection, listed: readonly ListedSource[]): string {
  const numbers = sourcesOf(section, listed).map(({ number }) => number);
  return numbers.length === 0 ? '' : `〔${numbers.join('、')}〕`;
}
