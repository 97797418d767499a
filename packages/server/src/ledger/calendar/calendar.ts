/** Which days people work on, beyond Monday to Friday. */
export interface Calendar {
  /** Where it was published: 国务院办公厅关于2026年部分节假日安排的通知. */
  readonly source: string;
  /** The last day it speaks about; after it only weekends are known to be free. */
  readonly until: string;
  /** Days off, first and last included. */
  readonly closed: readonly { readonly from: string; readonly to: string; readonly why: string }[];
  /** Saturdays and Sundays that are worked on (调休上班). */
  readonly open: readonly { readonly on: string; readonly why: string }[];
}
