import type { NoticeLine } from '../model/notice.ts';

/** Something to do before the trip, and what it leads to. */
export interface FirstStep {
  readonly line: NoticeLine;
  /** The service item that does it. */
  readonly item?: string;
  /** The material it is for. */
  readonly material?: string;
}
