/** What is said on the telephone around the knowledge's own words; a call is held in Chinese. */
export interface SpokenSentences {
  trip(titles: readonly string[]): string;
  /** 一共要带三样 */
  count(materials: number): string;
  nothingToBring: string;
  /** 另外有一样要看情况 */
  maybe(materials: number): string;
  /** 第一样 */
  nth(position: number): string;
  /** 第一件 */
  nthStep(position: number): string;
  /** 去之前先办好两件事 */
  first(steps: number): string;
  readonly anyOne: string;
  /** One alternative of several. */
  alternative(name: string): string;
  readonly bring: string;
  readonly end: string;
}

/** What is said on the telephone in Chinese. */
export const spokenZhCn: SpokenSentences = {
  trip: (titles) => `您要办的是${titles.join('，还有')}`,
  count: (materials) => `一共要带 ${materials} 样`,
  nothingToBring: '没有一定要带的材料',
  maybe: (materials) => `另外有 ${materials} 样要看情况`,
  nth: (position) => `第${position}样`,
  nthStep: (position) => `第${position}件`,
  first: (steps) => `去之前，先办好 ${steps} 件事`,
  anyOne: '下面任选一样',
  alternative: (name) => `可以带${name}`,
  bring: '带',
  end: '就是这些',
};
