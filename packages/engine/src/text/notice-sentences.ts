import type { SectionId } from '../model/notice.ts';
import type { Weekday } from '../model/region.ts';

/** How much of a material, and what becomes of it at the window. */
export interface AmountInWords {
  readonly originals: number;
  readonly copies: number;
  readonly keeps: 'shown' | 'handed-in' | 'filled';
}

/** What a further window asks for on top of what is certain. */
export interface ExtraInWords {
  readonly originals: number;
  readonly copies: number;
  /** Originals that this window keeps. */
  readonly kept: number;
  readonly filled: number;
}

/** What stands on a notice besides the knowledge's own words. */
export interface NoticeSentences {
  /** 一次性告知单 */
  readonly title: string;
  readonly sections: Readonly<Record<SectionId, string>>;
  /** 要带的（3 样） */
  materialsTitle(count: number): string;
  maybeTitle(count: number, phone: string): string;
  /** The heading of reasons that hang on an answer nobody was sure of. */
  readonly perhapsIneligible: string;
  readonly perhapsHandoff: string;
  readonly nothingToBring: string;
  /** 原件 1 份，看过就还您；复印件 1 份 */
  amount(amount: AmountInWords): string;
  /** 下面任选一样： */
  readonly anyOne: string;
  /** 没有的话：… */
  ifMissing(howToGet: string): string;
  readonly lacking: string;
  readonly deferrable: string;
  /** Beside each name in the list of what may follow later. */
  readonly deferrableHow: string;
  waived(material: string): string;
  photo(rule: string): string;
  issuer(name: string): string;
  /** Between two sentences of one detail. */
  readonly sentenceGap: string;
  /** Between the parts of one alternative. */
  readonly partGap: string;
  /** Before a line that hangs on a doubt. */
  when(when: string, kind: 'material' | 'choice' | 'line'): string;
  /** Words of the knowledge that already say what `local` says. */
  readonly localWords: string;
  readonly local: string;
  /** How to settle a doubt: 弄清楚的办法：… */
  find(ways: readonly string[]): string;
  /** An office-specific line of a trip with several items: 护照：取号 */
  ofItem(title: string, text: string): string;
  instead(where: string): string;
  fee(label: string, amount: number | undefined): string;
  readonly free: string;
  total(yuan: number): string;
  address(address: string): string;
  phone(phone: string): string;
  hours(spans: string): string;
  window(window: {
    readonly name: string;
    readonly numbers: string;
    readonly floor?: number;
    readonly low: boolean;
  }): string;
  access(list: readonly string[]): string;
  hotline(phone: string): string;
  complaint(phone: string): string;
  readonly extraMaterial: string;
  /** 按您说的： */
  facts(facts: readonly string[]): string;
  unsureFact(name: string): string;
  readonly sourcesTitle: string;
  source(source: { readonly title: string; readonly article?: string }): string;
  sourceDate(date: string): string;
  number(number: string): string;
  ruleDate(iso: string): string;
  version(version: string): string;
  judgedOn(iso: string): string;
  fictional(region: string): string;
  /** Words that writing a notice itself needs; a notice is Chinese in every language. */
  readonly writing: WritingSentences;
}

/** Words for what is composed while a notice is written. */
export interface WritingSentences {
  readonly time: Readonly<Record<'legal' | 'promised' | 'local', (say: string) => string>>;
  readonly weekdays: Readonly<Record<Weekday, string>>;
  /** 周一至周五 */
  dayRange(from: Weekday, to: Weekday): string;
  readonly everyDay: string;
  /** Days in a row that are closed for one reason; one day when both are equal. */
  closedDays(from: string, to: string, why: string): string;
  openOn(iso: string, as: Weekday): string;
  /** A lacking material that an item of this same trip issues. */
  issuedInTrip(material: string, title: string): string;
  /** A lacking material that another item issues. */
  issuedBy(material: string, title: string): string;
  /** Size, background and age of a photo. */
  photo(size: string, background: string | undefined, within: string | undefined): string;
  /** A lacking material that nothing here issues. */
  getFirst(material: string, howToGet: string | undefined, issuer: string): string;
  /** One window keeps it and another only looks at it. */
  readonly showBeforeHandingIn: string;
  /** Of several originals, so many are kept. */
  ofTheseKept(count: number): string;
  /** Besides, so many are filled in at the window. */
  besidesFilled(count: number): string;
  /** Under a further condition more is needed. */
  extraIf(condition: string, extra: ExtraInWords): string;
  /** What one of several conditions asks for by itself. */
  amountIf(condition: string, amount: AmountInWords): string;
  /** Before the amounts of several conditions, whose sum is shown. */
  readonly atMost: string;
  /** Which items of a trip ask for a material that not all of them ask for: names of items. */
  forItems(names: readonly string[]): string;
  /** A line of a trip with several items that is true of some of them: names of items. */
  ofItems(names: readonly string[], text: string): string;
  /** What some of the photos on a line are for. */
  alsoAs(count: number, material: string): string;
  /** A note that counts only under a condition. */
  noteIf(condition: string, note: string): string;
  windowPhone(window: string, phone: string): string;
  windowOnFloor(floor: number, window: string): string;
  readonly condition: ConditionSentences;
}

/** Words for conditions that the knowledge itself has no words for. */
export interface ConditionSentences {
  readonly always: string;
  readonly never: string;
  /** A condition on something that has no name. */
  readonly unnamed: string;
  readonly thisMaterial: string;
  lacks(material: string): string;
  has(material: string): string;
  /** Alternatives that are more than plain facts. */
  oneOf(conditions: readonly string[]): string;
  /** A whole condition that does not hold. */
  notSo(condition: string): string;
  /** One of these options, by their labels. */
  oneAnswerOf(question: string, labels: readonly string[]): string;
  /** Every option but these. */
  noneOf(question: string, labels: readonly string[]): string;
  /** 面积不满 90 平方米 */
  measured(question: string, range: string): string;
}
