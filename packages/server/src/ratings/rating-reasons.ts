/** The five levels of 好差评, best first. */
export const RATING_LEVELS = [5, 4, 3, 2, 1] as const;

/** One of the five. */
export type RatingLevel = (typeof RATING_LEVELS)[number];

/** Reasons by what kind of level they explain. */
export type ReasonGroup = 'good' | 'poor';

/** Codes of reasons; they are kept, the words for them may change. */
export const RATING_REASONS = {
  good: ['complete', 'clear', 'one-trip', 'quick', 'kind'],
  poor: [
    'asked-for-more',
    'notice-wrong',
    'notice-unclear',
    'more-trips',
    'slow',
    'unkind',
    'place-wrong',
    'page-hard',
  ],
} as const satisfies Readonly<Record<ReasonGroup, readonly string[]>>;

/** Code of a reason. */
export type RatingReason = (typeof RATING_REASONS)[ReasonGroup][number];

/** The groups that explain a level; 基本满意 may be explained by both. */
export function reasonGroups(level: RatingLevel): readonly ReasonGroup[] {
  if (level === 3) return ['good', 'poor'];
  return level > 3 ? ['good'] : ['poor'];
}

/** Whether a rating counts as 差评: somebody has to look into it. */
export function isPoor(level: number): boolean {
  return level <= 2;
}
