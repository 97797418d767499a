/** A place whose halls, hours and telephones overlay the national items. */
export interface Region {
  readonly id: string;
  readonly name: string;
  /** Shown wherever the region is: the demo city is not a real one. */
  readonly fictional: boolean;
  readonly hotline: string;
  readonly complaint: string;
  readonly halls: readonly Hall[];
}

/** A building where people are served. */
export interface Hall {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: OpeningHours;
  readonly windows: readonly Window[];
  /** 轮椅坡道, 手写板: what the hall has for people who need it. */
  readonly access: readonly string[];
}

/** A counter or a row of them. */
export interface Window {
  readonly id: string;
  /** 户籍窗口 */
  readonly name: string;
  /** 6–9 号 */
  readonly numbers: string;
  readonly floor: number;
  /** Has a low counter for wheelchairs (低位窗口). */
  readonly low: boolean;
  readonly phone?: string;
}

/** When a hall is open, in its local time. */
export interface OpeningHours {
  readonly weekly: readonly OpeningSpan[];
  /** Whole days closed although the week says open, ISO dates with their reason. */
  readonly closed: readonly { readonly on: string; readonly why: string }[];
  /** Days open although the week says closed (调休). */
  readonly open: readonly { readonly on: string; readonly as: Weekday }[];
}

/** One stretch of time on some days of the week. */
export interface OpeningSpan {
  readonly days: readonly Weekday[];
  /** `09:00`, included. */
  readonly from: string;
  /** `12:00`, not included. */
  readonly to: string;
}

/** A day of the week, as opening hours name it. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
