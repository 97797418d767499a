import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { AnsweredQuestion, NoticeSection } from '@onetrip/engine';
import { ownerOf } from '../../guide/conversation.ts';
import type { Conversation, Difference, Entry } from '../../guide/conversation.ts';
import { base } from '../../styles/base.styles.ts';
import { controls } from '../../styles/controls.styles.ts';
import type { Words } from '../../text/words.ts';
import type { Fact } from '../facts/facts.component.ts';
import { transcriptStyles } from './transcript.styles.ts';

type GuideEntry = Extract<Entry, { kind: 'guide' }>;

/**
 * Shows what was said, with every answer where it was given and a way to change it there.
 *
 * A log for finding one's way, silent by itself: the guide's one status region does the speaking.
 */
export class TranscriptComponent extends LitElement {
  static override readonly styles = [base, controls, transcriptStyles];

  @property({ attribute: false }) words!: Words;
  @property({ attribute: false }) conversation!: Conversation;
  /** The part of the conversation to show; all of it unless it is split around a notice. */
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @property() label = '';
  @property({ type: Boolean }) busy = false;
  /** Answers are changed elsewhere: on the notice. */
  @property({ type: Boolean }) frozen = false;

  override render(): TemplateResult {
    return html`<div class="log" part="transcript" role="log" aria-live="off" aria-label=${this.label}>
      ${this.entries.map((entry) => this.renderEntry(entry))}
    </div>`;
  }

  private renderEntry(entry: Entry): TemplateResult {
    const { words } = this;
    if (entry.kind === 'person') {
      return html`<p class="entry person"><span class="unseen">${words.person}: </span>${entry.text}</p>`;
    }
    if (entry.kind === 'guide') return this.renderGuide(entry);
    return html`<div class="entry answer">${this.renderFacts([this.factOf(entry.question, entry.name)])}</div>`;
  }

  private renderGuide(entry: GuideEntry): TemplateResult {
    const { words } = this;
    const own = entry.understood.filter(({ question }) => ownerOf(this.conversation.entries, question) === entry);
    return html`<div class="entry guide">
      <span class="unseen">${words.name}: </span>
      ${entry.say.map((line) => html`<p class="say">${line}</p>`)}
      ${
        own.length > 0
          ? html`<div class="understood">
              <p class="title">${words.answers.understood}</p>
              ${this.renderFacts(own.map((fact) => this.factOf(fact.question, fact.name)))}
            </div>`
          : nothing
      }
      ${entry.difference ? this.renderDifference(entry.difference) : nothing}
      ${entry.sections.map((section) => this.renderSection(section))}
    </div>`;
  }

  private renderFacts(facts: readonly Fact[]): TemplateResult {
    const editing = this.conversation.editing;
    return html`<onetrip-facts
      .words=${this.words}
      .facts=${facts}
      .editing=${this.frozen ? undefined : editing}
      ?busy=${this.busy}
    ></onetrip-facts>`;
  }

  /** The answer as it counts now, which may differ from what was first said. */
  private factOf(question: string, name: string): Fact {
    const now = this.conversation.answered.find((answer: AnsweredQuestion) => answer.question === question);
    return now ? { ...now, name } : { question, name, label: '', unsure: false, dormant: true };
  }

  private renderDifference({ added, removed }: Difference): TemplateResult | typeof nothing {
    const { answers } = this.words;
    if (added.length + removed.length === 0) return nothing;
    return html`<ul class="change">
      ${added.map((line) => html`<li class="added"><b>＋ ${answers.added}</b> <span>${line}</span></li>`)}
      ${removed.map((line) => html`<li class="removed"><b>－ ${answers.removed}</b> <s>${line}</s></li>`)}
    </ul>`;
  }

  private renderSection(section: NoticeSection): TemplateResult {
    const { local } = this.words.sheet;
    return html`<div class="fact">
      <p class="title">${section.title}</p>
      <ul>
        ${section.lines.map(
          (line) =>
            html`<li>
              ${line.when ? `${line.when}，` : ''}${line.text}${line.local ? `（${local}）` : ''}
              ${line.details.map((detail) => html`<p class="detail">${detail}</p>`)}
            </li>`,
        )}
      </ul>
    </div>`;
  }
}
