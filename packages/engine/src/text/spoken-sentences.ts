/** What is said on the telephone around the knowledge's own words; a call is held in Chinese. */
export interface SpokenSentences {
  trip(titles: readonly string[]): string;
  /** 一共要带三样 */
  count(materials: number): string;

  /** 另外有一样要看情况 */
  maybe(materials: number): string;
  /** 第一样 */
  nth(position: number): string;
  /** 第一件 */
  nthStep(position: number): string;
  /** 去之前先办好两件事 */
  first(steps: number): string;
  readonly anyOne: string;
  readonly bring: string;
  /** After lines that only the local office can settle. */
  readonly allLocal: string;
  readonly end: string;
}

/** What is said on the telephone in Chinese. */
export const spokenZhCn: SpokenSentences = {
  trip: (titles) => `您要办的是${titles.join('，还有')}`,
  count: (materials) => `一共要带 ${materials} 样`,
  maybe: (materials) => `另外有 ${materials} 样要看情况`,
  nth: (position) => `第${position}样`,
  nthStep: (position) => `第${position}件`,
  first: (steps) => `去之前，先办好 ${steps} 件事`,
  anyOne: '下面任选一样',
  bring: '带',
  allLocal: '这几条都以当地窗口为准',
  end: '就是这些',
};
