/** Half-open bounds of a number or a date, already in words that can stand in a sentence. */
export interface BoundsInWords {
  /** Included. */
  readonly gte?: string;
  /** Not included. */
  readonly gt?: string;
  /** Included. */
  readonly lte?: string;
  /** Not included. */
  readonly lt?: string;
}

/** The small words that every floor needs: lists, amounts, dates and ranges. */
export interface WordSentences {
  /** The answer "not sure". */
  readonly unsure: string;
  readonly and: string;
  readonly or: string;
  /** Between the parts of one line of facts: 丢了 · 16 周岁以上. */
  readonly between: string;
  /** 甲、乙、丙 */
  list(names: readonly string[]): string;
  /** 如果户口在外地 */
  ifSo(condition: string): string;
  quoted(name: string): string;
  /** 2026年11月22日 */
  date(iso: string): string;
  /** A day counted from today: 30 天前, 今天, 90 天后. */
  dayFromToday(days: number): string;
  /** 8 周岁 */
  amount(value: number | string, unit: string): string;
  /** Whole numbers from one to another, both included: 16 到 59 周岁. */
  fromTo(from: number, to: number, unit: string): string;
  /** 16 周岁以上不满 60 周岁 */
  numberRange(bounds: BoundsInWords): string;
  /** 2026年1月1日或以后 */
  dateRange(bounds: BoundsInWords): string;
}
