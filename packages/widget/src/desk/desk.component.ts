import { html, LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Input, ItemRef, Locale, Reply } from '@onetrip/engine';
import { focusWhenDrawn } from '../components/focus-when-drawn.ts';
import type { TurnEvent, WishEvent } from '../components/inner-events.ts';
import type { ItemSearchComponent, ItemTakenEvent } from '../components/item-search/item-search.component.ts';
import type { KeyHelpComponent } from '../components/key-help/key-help.component.ts';
import type { ReadAloudComponent } from '../components/read-aloud/read-aloud.component.ts';
import type { QuestionTurnedToEvent, SurveyComponent } from '../components/survey/survey.component.ts';
import type { TakeoverEvent } from '../components/takeover/takeover.component.ts';
import { printAlone } from '../guide/page-print.ts';
import { tellPage, tellPageOfTrouble } from '../guide/guide-events.ts';
import type { PortAddress } from '../port/open-port.ts';
import type { Port } from '../port/port.ts';
import { openStaff } from '../port/staff.ts';
import type { Staff } from '../port/staff.ts';
import { base } from '../styles/base.styles.ts';
import { controls } from '../styles/controls.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { localeOf, wordsFor } from '../text/words-for.ts';
import type { Words } from '../text/words.ts';
import { Call } from './call.ts';
import type { CallHost } from './call.ts';
import { Counter } from './counter.ts';
import type { CounterHost } from './counter.ts';
import { deskDeed } from './desk-keys.ts';
import type { DeskDeed } from './desk-keys.ts';
import { deskStyles } from './desk.styles.ts';
import { deskView } from './desk.view.ts';
import { neighbour, nextOpen } from './next-question.ts';

/**
 * The desk for clerks on the telephone: find an item, take all its questions in any order with digit keys, and
 * read aloud from the notice that grows beside them.
 *
 * @event onetrip-ready - An item was taken and its questions are on the screen.
 * @event onetrip-question - The engine would ask this next; the clerk may take another.
 * @event onetrip-answer - A question was answered.
 * @event onetrip-complete - No answer can change the notice any more; `detail.notice`.
 * @event onetrip-handoff - A person takes over.
 * @event onetrip-error - A turn did not get through; `detail.code`.
 * @csspart desk - The whole.
 * @csspart questions - The column of questions.
 * @csspart aside - The column with the text to read and the notice.
 * @cssproperty --ot-color-brand - Headings, links, main buttons. Keep 7:1 on white.
 * @cssproperty --ot-font-size - Size of running text, at least 16px.
 */
export class DeskComponent extends LitElement implements CallHost, CounterHost {
  static override readonly styles = [tokens, base, controls, deskStyles];

  private readonly call = new Call(this);
  private readonly counter = new Counter(this);
  private spoken = '';

  @state() private current = '';

  /** Base address of the HTTP API. */
  @property() api = '';
  /** Address of the compiled knowledge. */
  @property() knowledge = '';
  /** The region whose halls are meant; only with `api`. Default: the server's own. */
  @property() region = '';
  /** Larger text and larger buttons. */
  @property({ type: Boolean, reflect: true }) elder = false;
  @property() override lang = '';
  /** A port of the page's own, in place of `api` and `knowledge`. */
  @property({ attribute: false }) port: Port | undefined;
  /** Staff calls of the page's own, where it has a port of its own. */
  @property({ attribute: false }) staff: Staff | undefined;

  @query('onetrip-item-search') private readonly search!: ItemSearchComponent | null;
  @query('onetrip-survey') private readonly board!: SurveyComponent | null;
  @query('onetrip-read-aloud') private readonly reader!: ReadAloudComponent | null;
  @query('onetrip-key-help') private readonly help!: KeyHelpComponent | null;
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
    this.addEventListener('keydown', this.onKeydown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.onKeydown);
    printAlone(this, false);
  }

  /** A clerk types as soon as the telephone rings: `autofocus` on the element puts the cursor into the search. */
  protected override firstUpdated(): void {
    if (this.autofocus) void this.updateComplete.then(() => this.search?.focus());
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('api') || changed.has('staff')) void this.counter.look();
    printAlone(this, this.isConnected && this.call.survey !== undefined);
  }

  /** Prints the notice. */
  print(): void {
    window.print();
  }

  /** Moves on to the next open question once an answer has arrived. @internal */
  surveyed(reply: Reply, input: Input | undefined): void {
    const { survey, tookOver } = this.call;
    if (!survey) {
      if (tookOver) this.announce(this.words.desk.tookOverEmpty);
      return this.search?.focus();
    }
    const answered = input?.kind === 'answer' || input?.kind === 'unsure' ? input.question : '';
    if (reply.kind !== 'problem') this.current = nextOpen(survey.questions, answered || this.current);
    // Focus follows only where the clerk is already: on the questions, or in the search box an item came from.
    if (answered === '' || this.shadowRoot?.activeElement === this.board) void this.focusBoard();
    this.announce(this.stateInWords(answered));
    tellPage(this, reply, input);
  }

  /** @internal */
  failed(code: string): void {
    this.announce(this.call.trouble?.text ?? '');
    tellPageOfTrouble(this, code);
  }

  /** @internal */
  readonly openStaff = (): Staff | undefined =>
    this.staff ?? (this.port || this.knowledge ? undefined : openStaff(this.api, () => this.locale));

  private async takeOver({ code }: TakeoverEvent): Promise<void> {
    const standing = await this.counter.redeem(code);
    if (standing) await this.call.takeOver(standing);
  }

  private stateInWords(answered: string): string {
    const { desk } = this.words;
    const { survey } = this.call;
    if (!survey) return '';
    const done = survey.questions.find(({ id }) => id === answered);
    const next = survey.questions.find(({ id }) => id === this.current);
    const open = survey.questions.filter(({ status }) => status === 'open').length;
    const count = survey.settled ? desk.settled : desk.open(open, survey.questions.length);
    return [done?.name, count, answered === '' ? undefined : next?.text].filter(Boolean).join(' ');
  }

  private async focusBoard(): Promise<void> {
    await this.updateComplete;
    await focusWhenDrawn(this.board);
  }

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const deed = deskDeed(event);
    if (!deed) return;
    event.preventDefault();
    this.doDeed(deed);
  };

  private doDeed(deed: DeskDeed): void {
    const questions = this.call.survey?.questions ?? [];
    switch (deed.do) {
      case 'answer':
        return this.answerNth(deed.nth);
      case 'unsure':
        return void (this.current && this.call.take({ kind: 'unsure', question: this.current }));
      case 'next':
        return this.turnTo(neighbour(questions, this.current, 1));
      case 'previous':
        return this.turnTo(neighbour(questions, this.current, -1));
      case 'next-open':
        return this.turnTo(nextOpen(questions, this.current));
      case 'read-on':
        return this.reader?.move(1);
      case 'read-back':
        return this.reader?.move(-1);
      case 'search':
        return this.search?.focus();
      case 'keys':
        return this.help?.open();
    }
  }

  private answerNth(nth: number): void {
    const question = this.call.survey?.questions.find(({ id }) => id === this.current);
    const option = question && question.status !== 'dormant' ? question.options[nth - 1] : undefined;
    if (!question || !option) return;
    void this.call.take({ kind: 'answer', question: question.id, value: option.value });
  }

  private turnTo(question: string): void {
    this.current = question;
    void this.focusBoard();
  }

  private onTurn(event: TurnEvent): void {
    event.stopPropagation();
    void this.call.take(event.input);
  }

  private onTurnedTo({ question }: QuestionTurnedToEvent): void {
    this.current = question;
  }

  private onWish(event: WishEvent): void {
    event.stopPropagation();
    const { wish } = event;
    if (wish === 'print') this.print();
    if (wish === 'keys') this.help?.open();
    if (wish === 'retry') void this.call.trouble?.retry?.();
    if (wish === 'restart') {
      this.call.hangUp();
      this.current = '';
      this.search?.focus();
    }
  }

  private readonly find = (query: string): Promise<readonly ItemRef[]> => this.call.find(query);

  /** Equal texts must differ to be read again. */
  private announce(text: string): void {
    this.spoken = text === this.spoken ? `${text}\u200B` : text;
    this.status.textContent = this.spoken;
  }

  override render(): TemplateResult {
    const { call, words, locale, current, find } = this;
    const { survey, trouble, busy, receipt, tookOver } = call;
    const { clerk, trouble: refusal, busy: redeeming } = this.counter;
    const counter = { words, clerk, trouble: refusal, busy: redeeming };
    return html`<div
      lang=${locale}
      @onetrip-input=${(event: TurnEvent) => this.onTurn(event)}
      @onetrip-wish=${(event: WishEvent) => this.onWish(event)}
      @onetrip-item-taken=${(event: ItemTakenEvent) => void call.takeItem(event.item)}
      @onetrip-takeover=${(event: TakeoverEvent) => void this.takeOver(event)}
      @onetrip-question-turned-to=${(event: QuestionTurnedToEvent) => this.onTurnedTo(event)}
    >
      ${deskView({ survey, trouble, busy, words, locale, current, receipt, tookOver, counter, find })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'onetrip-desk': DeskComponent;
  }
}
