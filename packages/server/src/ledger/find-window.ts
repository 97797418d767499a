import type { Region } from '@onetrip/engine';
import type { ProblemPart } from '../problem.ts';

/** Where something happened, by ids of the region. */
export interface Whereabouts {
  readonly hall?: string | undefined;
  readonly window?: string | undefined;
}

/** The hall and window somebody names, the hall also where only its window was named; or what is wrong with them. */
export function findWindow(region: Region, { hall, window }: Whereabouts): Whereabouts | ProblemPart {
  if (hall === undefined && window === undefined) return {};
  const halls = region.halls.filter(({ id }) => hall === undefined || id === hall);
  if (halls.length === 0) return { path: 'hall', expected: 'a hall of the region', received: hall ?? '' };
  if (window === undefined) return { hall };
  const at = halls.find(({ windows }) => windows.some(({ id }) => id === window));
  return at ? { hall: at.id, window } : { path: 'window', expected: 'a window of the hall', received: window };
}
