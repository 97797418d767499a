import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { listedSources, noticeSections, sourcesOf } from '@onetrip/engine';
import type { ListedSource, Locale, Notice, NoticeSection, Reply, SectionId, SectionLine } from '@onetrip/engine';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import type { Editing } from '../facts/facts.component.ts';
import { inGroups } from '../in-groups.ts';
import { TurnEvent } from '../inner-events.ts';
import { sheetPrintStyles } from './sheet-print.styles.ts';
import { sheetStyles } from './sheet.styles.ts';

/** Sections whose heading stands above them; the others have it beside them where there is room. */
const LONG: ReadonlySet<SectionId> = new Set(['ineligible', 'handoff', 'first', 'materials', 'maybe']);
const ALARMING: ReadonlySet<SectionId> = new Set(['ineligible', 'handoff']);

/**
 * The notice as a sheet of paper: to read, to tick off while packing, and to print.
 *
 * Ticks are the reader's own and go nowhere.
 *
 * @csspart notice - The sheet.
 * @csspart section - One headed list on it.
 */
export class SheetComponent extends LitElement {
  static override readonly styles = [base, controls, sheetStyles, sheetPrintStyles];

  private sections: readonly NoticeSection[] = [];
  private listed: readonly ListedSource[] = [];

  @state() private ticked: ReadonlySet<string> = new Set();

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) notice!: Notice;
  @property({ attribute: false }) locale: Locale = 'zh-CN';
  @property({ attribute: false }) editing: Editing | undefined;
  /** What the last changed answer brought in and took away. */
  @property({ attribute: false }) difference: Reply['difference'];
  @property({ type: Boolean }) busy = false;
  /** Nothing on it can be changed: it only grows beside the clerk's questions. */
  @property({ type: Boolean }) frozen = false;

  @query('h3') private readonly heading!: HTMLElement | null;

  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('notice') || changed.has('locale')) {
      this.sections = noticeSections(this.notice, this.locale);
      this.listed = listedSources(this.sections, this.notice.sources);
    }
  }

  private take(input: TurnEvent['input']): void {
    if (!this.busy) this.dispatchEvent(new TurnEvent(input));
  }

  private toggle(line: string): void {
    const ticked = new Set(this.ticked);
    if (!ticked.delete(line)) ticked.add(line);
    this.ticked = ticked;
  }

  override render(): TemplateResult {
    const { words, notice } = this;
    const titles = notice.items.map(({ title }) => title);
    return html`<article class="sheet" part="notice" aria-labelledby="title">
      <header>
        <p class="kind">
          ${words.notice}
          ${notice.number ? html`<span class="number">${words.sheet.number} ${inGroups(notice.number, 4)}</span>` : nothing}
        </p>
        <h3 id="title" tabindex="-1">${titles.map((title) => html`<span>${title}</span> `)}</h3>
      </header>
      ${this.renderFacts()} ${this.renderDifference()}
      ${repeat(
        this.sections,
        (section) => section.id,
        (section) => this.renderSection(section),
      )}
      ${this.renderPrintedSources()} ${this.renderFooter()}
    </article>`;
  }

  private renderFacts(): TemplateResult | typeof nothing {
    const { words, notice } = this;
    if (notice.facts.length === 0) return nothing;
    return html`<div class="facts">
      <h4>${words.sheet.facts}</h4>
      <onetrip-facts
        .words=${words}
        .facts=${notice.facts}
        .editing=${this.editing}
        ?busy=${this.busy}
        ?frozen=${this.frozen}
        columns
      ></onetrip-facts>
    </div>`;
  }

  private renderDifference(): TemplateResult | typeof nothing {
    if (!this.difference) return nothing;
    const { added, removed } = this.difference;
    const { answers, sheet } = this.words;
    if (added.length + removed.length === 0) return html`<div class="change">${answers.same}</div>`;
    return html`<div class="change">
      <h4>${sheet.changedTo}</h4>
      <ul>
        ${added.map((line) => html`<li><b>${answers.added}</b> ${line}</li>`)}
        ${removed.map((line) => html`<li><b>${answers.removed}</b> <s>${line}</s></li>`)}
      </ul>
    </div>`;
  }

  private renderSection(section: NoticeSection): TemplateResult {
    const { id, title, lines } = section;
    const sources = sourcesOf(section, this.listed);
    const marks = sources.length > 0 ? this.words.sheet.basisMark(sources.map(({ number }) => number)) : '';
    const doubtful = lines.every(({ when }) => when !== undefined);
    const verdict = ALARMING.has(id) ? (doubtful ? 'alarm doubt' : 'alarm') : '';
    const classes = `${LONG.has(id) ? 'long' : 'short'} ${verdict}`;
    const ordered = id === 'steps' || id === 'first';
    return html`<section class=${classes} part="section" aria-labelledby="section-${id}">
      <h4 id="section-${id}">
        ${title}<span class="printed mark">${marks}</span>
        ${id === 'materials' && !this.frozen ? this.renderPacked() : nothing}
      </h4>
      <ul class="lines ${ordered ? 'steps' : ''}" role="list">
        ${repeat(
          lines,
          (line) => line.id,
          (line) => this.renderLine(line),
        )}
      </ul>
      ${this.renderGrounds(sources, lines)}
    </section>`;
  }

  private renderLine(line: SectionLine): TemplateResult {
    const { sheet } = this.words;
    const text = html`${line.when ? html`<span class="when">${line.when}</span> ` : nothing}${line.text}${
      line.local ? html` <span class="local">${sheet.local}</span>` : nothing
    }`;
    if (!line.tick) return html`<li>${text} ${this.renderUnder(line)}</li>`;
    return html`<li class="tick">
      <label>
        <input type="checkbox" .checked=${this.ticked.has(line.id)} @change=${() => this.toggle(line.id)} />
        <span>${text}</span>
      </label>
      <div class="under">${this.renderUnder(line)}</div>
    </li>`;
  }

  private renderUnder(line: SectionLine): TemplateResult {
    return html`${line.details.map((detail) => html`<p class="detail">${detail}</p>`)} ${this.renderLinks(line)}`;
  }

  private renderLinks(line: SectionLine): TemplateResult | typeof nothing {
    const { sheet } = this.words;
    const { material, addItem } = line;
    if (this.frozen) return nothing;
    const lackable = line.tick && material !== undefined && this.isToBeBrought(material);
    if (!lackable && addItem === undefined) return nothing;
    return html`<div class="links">
      ${lackable ? this.renderLack(line.text, material) : nothing}
      ${
        addItem === undefined
          ? nothing
          : html`<button
              class="plain"
              type="button"
              aria-label=${sheet.addWhat(line.text)}
              aria-disabled=${this.busy}
              @click=${() => this.take({ kind: 'add', item: addItem })}
            >
              ${sheet.add}
            </button>`
      }
    </div>`;
  }

  /** The button stays where it is when it is pressed: focus is on it. */
  private renderLack(name: string, material: string): TemplateResult {
    const { sheet } = this.words;
    const lacking = this.notice.materials.some((line) => line.material === material && line.lacking);
    return html`<button
      class="link ${lacking ? 'lacking' : ''}"
      type="button"
      aria-label=${lacking ? sheet.haveWhat(name) : sheet.lackWhat(name)}
      aria-disabled=${this.busy}
      @click=${() => this.take({ kind: lacking ? 'have' : 'lack', material })}
    >
      ${lacking ? sheet.have : sheet.lack}
    </button>`;
  }

  /** What is filled in at the window cannot be missing. */
  private isToBeBrought(material: string): boolean {
    return !this.notice.materials.some((line) => line.material === material && line.keeps === 'filled');
  }

  private renderPacked(): TemplateResult {
    const lines = this.sections.flatMap((section) => section.lines.filter(({ tick }) => tick));
    const done = lines.filter(({ id }) => this.ticked.has(id)).length;
    return html`<span class="packed">${this.words.sheet.packed(done, lines.length)}</span>`;
  }

  /** Why each line is there: the law or page that demands it, and the answers that brought it in. */
  private renderGrounds(
    sources: readonly ListedSource[],
    lines: readonly SectionLine[],
  ): TemplateResult | typeof nothing {
    const { sheet } = this.words;
    const reasoned = lines.filter(({ because }) => because.length > 0);
    if (sources.length === 0 && reasoned.length === 0) return nothing;
    return html`<details>
      <summary>${sources.length > 0 ? sheet.sources(sources.length) : sheet.reasons}</summary>
      <ul>
        ${reasoned.map(({ text, because }) => html`<li>${sheet.because(text, because)}</li>`)}
        ${sources.map(
          ({ label, quote, address }) =>
            html`<li>
              ${label} ${quote ? html`<blockquote>${quote}</blockquote>` : nothing}
              ${
                address
                  ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${sheet.sourceAddress}</a>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
    </details>`;
  }

  /** On paper nothing unfolds: sources are numbered beside the headings and listed once at the end. */
  private renderPrintedSources(): TemplateResult | typeof nothing {
    if (this.listed.length === 0) return nothing;
    const { sheet } = this.words;
    return html`<div class="printed basis">
      <b>${sheet.basis}</b>
      ${this.listed.map(({ number, label }) => html`<span>${sheet.basisMark([number])}${label}</span> `)}
    </div>`;
  }

  private renderFooter(): TemplateResult {
    const { sheet } = this.words;
    const { knowledge, today } = this.notice;
    return html`<footer>
      <p>${sheet.today(today)} · ${sheet.rules(knowledge.date, knowledge.version)}</p>
    </footer>`;
  }
}
