import { html, LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { AnswerValue, Input, Locale, Reply } from '@onetrip/engine';
import type { ComposerComponent } from '../components/composer/composer.component.ts';
import { focusWhenDrawn } from '../components/focus-when-drawn.ts';
import type { TurnEvent, Wish, WishEvent } from '../components/inner-events.ts';
import type { PortAddress } from '../port/open-port.ts';
import type { Port } from '../port/port.ts';
import { base } from '../styles/base.styles.ts';
import { controls } from '../styles/controls.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { localeOf, wordsFor } from '../text/words-for.ts';
import type { Words } from '../text/words.ts';
import { announcementOf } from './announcement.ts';
import { tellPage, tellPageOfTrouble } from './guide-events.ts';
import { guideStyles } from './guide.styles.ts';
import { guideView } from './guide.view.ts';
import { printAlone } from './page-print.ts';
import { Talk } from './talk.ts';
import type { TalkHost } from './talk.ts';

/** Below this width of the element itself, the checklist folds away under the conversation. */
const WIDE = 900;

/** What was so before a reply was drawn. */
interface Before {
  /** Focus was on what is being replaced. */
  readonly moves: boolean;
  /** Something of another kind takes the place of what stood there. */
  readonly replaces: boolean;
}

/**
 * The guide for citizens: says hello, asks only what matters, and shows one complete notice.
 *
 * Give it `api` (the engine runs on a server) or `knowledge` (the engine runs in the page, and nothing that is
 * said leaves the device).
 *
 * @event onetrip-ready - The first reply is on the screen.
 * @event onetrip-question - A question is put.
 * @event onetrip-answer - A question was answered by a button or a field.
 * @event onetrip-complete - The notice is on the screen; `detail.notice`.
 * @event onetrip-handoff - A person takes over.
 * @event onetrip-error - A turn did not get through; `detail.code`.
 * @slot privacy - What the page wants to say about privacy, under the text field.
 * @csspart guide - The whole.
 * @csspart header - The bar with the name.
 * @csspart conversation - The column of questions and answers.
 * @csspart aside - The column with the checklist or with what can be done with the notice.
 * @cssproperty --ot-color-brand - Headings, links, main buttons. Keep 7:1 on white.
 * @cssproperty --ot-font-size - Size of running text, at least 16px.
 * @cssproperty --ot-radius - Roundness of corners.
 * @cssproperty --ot-space - The unit of all distances, 8px.
 */
export class GuideComponent extends LitElement implements TalkHost {
  static override readonly styles = [tokens, base, controls, guideStyles];

  private readonly talk = new Talk(this);
  private readonly watcher = new ResizeObserver(([entry]) => (this.wide = (entry?.contentRect.width ?? 0) >= WIDE));
  private spoken = '';
  private started = false;

  @state() private wide = false;

  /** Base address of the HTTP API. */
  @property() api = '';
  /** Address of the compiled knowledge. */
  @property() knowledge = '';
  /** The region whose halls are meant; only with `api`. Default: the server's own. */
  @property() region = '';
  /** Ids of items to begin with, separated by spaces. */
  @property() item = '';
  /** Larger text and larger buttons. */
  @property({ type: Boolean, reflect: true }) elder = false;
  @property() override lang = '';
  /** A port of the page's own, in place of `api` and `knowledge`. */
  @property({ attribute: false }) port: Port | undefined;

  @query('onetrip-composer') private readonly composer!: ComposerComponent | null;
  @query('.now') private readonly stand!: HTMLElement | null;
  @query('.conversation') private readonly column!: HTMLElement | null;
  @query('[role=status]') private readonly status!: HTMLElement;

  get locale(): Locale {
    return localeOf(this);
  }

  get words(): Words {
    return wordsFor(this.locale);
  }

  get address(): PortAddress {
    return { api: this.api, knowledge: this.knowledge, region: this.region };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.watcher.observe(this);
    this.addEventListener('keydown', this.leaveEditorOnEscape);
    // A guide that was moved in the page goes on where it was.
    if (!this.hasUpdated || this.talk.conversation.standing) return;
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher.disconnect();
    this.removeEventListener('keydown', this.leaveEditorOnEscape);
    printAlone(this, false);
  }

  protected override firstUpdated(): void {
    void this.start();
  }

  protected override updated(changed: PropertyValues<this>): void {
    printAlone(this, this.isConnected && this.talk.conversation.standing?.kind === 'notice');
    if (!this.started) {
      this.started = true;
      return;
    }
    const moved = (['api', 'knowledge', 'region', 'port'] as const).some((name) => changed.has(name));
    if (moved) this.talk.forget();
    if (moved || (changed.has('item') && !this.talk.conversation.begun)) void this.start();
  }

  /** Begins anew, with the items given here or else by the `item` attribute. */
  async start(items?: readonly string[]): Promise<void> {
    await this.talk.open(items ?? this.item.split(/[\s,]+/).filter((id) => id !== ''));
  }

  /** Answers a question for the person; `null` is "not sure". */
  async answer(question: string, value: AnswerValue | null): Promise<void> {
    await this.talk.take(value === null ? { kind: 'unsure', question } : { kind: 'answer', question, value });
  }

  /** Prints the notice; without one, the page as it is. */
  print(): void {
    window.print();
  }

  /** Keeps focus in the guide when what it is on is about to go. @internal */
  arriving(reply: Reply, input: Input | undefined): (() => void) | undefined {
    const focused = this.shadowRoot?.activeElement ?? null;
    const { standing, editing } = this.talk.conversation;
    const replaces = reply.kind !== 'problem' && reply.kind !== 'fact' && standing?.kind !== reply.kind;
    const onStanding = focused !== null && focused === this.stand;
    const inPlace = editing !== undefined || input?.kind === 'change';
    const moves = onStanding && replaces && !inPlace;
    // Before the old controls go, or focus would fall to the page.
    if (moves) this.column?.focus({ preventScroll: true });
    return () => this.arrived(reply, input, { moves, replaces });
  }

  /** @internal */
  failed(code: string): void {
    this.announce(this.talk.trouble?.text ?? '');
    tellPageOfTrouble(this, code);
  }

  private arrived(reply: Reply, input: Input | undefined, had: Before): void {
    if (input?.kind === 'say' && reply.kind !== 'problem') this.composer?.clear(input.text);
    if (had.moves) void focusWhenDrawn(this.stand, { preventScroll: true });
    if (input) {
      this.bringIntoView(reply, input, had.replaces);
      this.announce(announcementOf(reply, this.words, had.moves));
    }
    tellPage(this, reply, input);
  }

  /** Brings what is new into view, but only as the outcome of something the person did. */
  private bringIntoView(reply: Reply, input: Input, replaces: boolean): void {
    if (reply.kind === 'problem' || input.kind === 'change') return;
    const stays = reply.kind === 'fact' || (reply.kind === 'notice' && !replaces);
    if (stays && input.kind !== 'say') return;
    const target = stays ? this.composer : this.stand;
    target?.scrollIntoView({ block: reply.kind === 'notice' && replaces ? 'start' : 'nearest' });
  }

  /** Equal texts must differ to be read again. */
  private announce(text: string): void {
    this.spoken = text === this.spoken ? `${text}\u200B` : text;
    this.status.textContent = this.spoken;
  }

  private readonly leaveEditorOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || !this.talk.conversation.editing) return;
    event.preventDefault();
    void this.talk.keep();
  };

  private onTurn(event: TurnEvent): void {
    event.stopPropagation();
    void this.talk.take(event.input);
  }

  private onWish(event: WishEvent): void {
    event.stopPropagation();
    const deeds: Readonly<Partial<Record<Wish, () => void>>> = {
      print: () => this.print(),
      larger: () => (this.elder = !this.elder),
      restart: () => void this.startAgain(),
      keep: () => void this.talk.keep(),
      'go-on': () => void this.goOn(),
      retry: () => void this.talk.trouble?.retry?.(),
      'none-of-these': () => this.askOtherwise(),
    };
    deeds[event.wish]?.();
  }

  private async goOn(): Promise<void> {
    this.column?.focus({ preventScroll: true });
    this.talk.goOn();
    await this.updateComplete;
    await focusWhenDrawn(this.stand);
  }

  private async startAgain(): Promise<void> {
    await this.talk.open();
    this.composer?.focus();
  }

  private askOtherwise(): void {
    this.announce(this.words.choices.sayOtherwise);
    this.composer?.focus();
  }

  override render(): TemplateResult {
    const { talk, words, locale, wide, elder } = this;
    const { conversation, trouble, busy, receipt, handOver } = talk;
    return html`<div
      lang=${locale}
      @onetrip-input=${(event: TurnEvent) => this.onTurn(event)}
      @onetrip-wish=${(event: WishEvent) => this.onWish(event)}
    >
      ${guideView({ conversation, trouble, busy, words, locale, wide, elder, receipt, handOver })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'onetrip-guide': GuideComponent;
  }
}
