/**
 * Every word that the elements say by themselves. What the engine says is not here.
 * Each language implements it in full, so a missing sentence does not compile.
 */
export interface Words {
  /** How the product calls itself in this language. */
  readonly name: string;
  readonly tagline: string;
  readonly notice: string;
  readonly person: string;
  readonly loading: string;
  readonly sending: string;
  readonly separator: string;

  readonly header: {
    readonly larger: string;
    readonly restart: string;
    readonly clerk: string;
  };

  readonly examples: {
    readonly lead: string;
    /** What a person might say first; tapping one says it. */
    readonly sayings: readonly string[];
    readonly items: string;
  };

  readonly composer: {
    readonly first: string;
    readonly example: string;
    readonly later: string;
    readonly send: string;
    readonly left: (count: number) => string;
  };

  readonly question: {
    readonly remaining: (atMost: number) => string;
    readonly last: string;
    readonly unsure: string;
    readonly why: string;
    readonly because: string;
    readonly typeNumber: (unit: string) => string;
    readonly typeDate: string;
    readonly confirm: string;
    readonly options: (count: number) => string;
    readonly keep: string;
    readonly changing: string;
    readonly chosen: string;
  };

  readonly answers: {
    readonly understood: string;
    readonly answered: string;
    readonly change: string;
    readonly changeWhat: (name: string) => string;
    readonly dormant: string;
    readonly added: string;
    readonly removed: string;
    readonly same: string;
  };

  readonly trip: {
    readonly lead: string;
    readonly notThis: string;
    readonly remove: string;
    readonly removeWhat: (title: string) => string;
    readonly notThisWhat: (title: string) => string;
  };

  readonly choices: {
    readonly lead: string;
    readonly none: string;
    readonly sayOtherwise: string;
  };

  readonly checklist: {
    readonly title: string;
    readonly empty: string;
    readonly certain: (count: number) => string;
    readonly possible: (count: number) => string;
    readonly dropped: (count: number) => string;
    readonly summary: (certain: number, possible: number) => string;
  };

  readonly sheet: {
    readonly number: string;
    readonly facts: string;
    readonly lack: string;
    readonly lackWhat: (material: string) => string;
    readonly have: string;
    readonly haveWhat: (material: string) => string;
    readonly add: string;
    readonly addWhat: (title: string) => string;
    readonly basis: string;
    readonly reasons: string;
    /** Which answers brought a line in. */
    readonly because: (line: string, answers: readonly string[]) => string;
    readonly sources: (count: number) => string;
    readonly basisMark: (numbers: readonly number[]) => string;
    readonly sourceAddress: string;
    readonly local: string;
    readonly packed: (done: number, all: number) => string;
    readonly print: string;
    readonly restart: string;
    readonly clerk: string;
    readonly rules: (date: string, version: string) => string;
    readonly today: (date: string) => string;
    readonly earlier: (count: number) => string;
    readonly maybe: string;
    readonly changedTo: string;
  };

  /** Under a notice that a server keeps. */
  readonly receipt: {
    readonly title: string;
    readonly about: string;
    readonly open: string;
    readonly send: string;
    readonly copied: string;
    readonly copyByHand: string;
    readonly address: string;
    readonly whoReads: string;
  };

  /** Going on elsewhere with six digits. */
  readonly handover: {
    readonly offer: string;
    readonly title: string;
    readonly good: string;
    /** Without a telephone, where none is known yet. */
    readonly byPhone: (phone: string) => string;
    readonly byWeChat: string;
    readonly kept: string;
    readonly secret: string;
    readonly again: string;
    readonly expired: string;
  };

  readonly handoff: {
    readonly title: string;
    readonly orCall: string;
    readonly phone: string;
    readonly known: string;
    readonly goOn: string;
  };

  readonly did: {
    readonly lack: (material: string) => string;
    readonly add: (title: string) => string;
    readonly remove: (title: string) => string;
    readonly clerk: string;
    readonly back: string;
  };

  readonly problem: {
    readonly title: string;
    readonly retry: string;
    /** By the code of a problem; others are told in the server's own words. */
    readonly byCode: Readonly<Record<string, string>>;
    readonly other: string;
    readonly misconfigured: string;
  };

  readonly desk: {
    readonly title: string;
    readonly search: string;
    readonly searchHint: string;
    readonly searchSecond: string;
    readonly found: (count: number) => string;
    readonly noneFound: string;
    readonly questions: string;
    readonly open: (open: number, all: number) => string;
    readonly settled: string;
    readonly undecided: string;
    readonly moot: string;
    readonly dormant: string;
    readonly unsure: string;
    readonly addItem: string;
    readonly readAloud: string;
    readonly readNext: string;
    readonly readPrevious: string;
    readonly readPlace: (now: number, all: number) => string;
    readonly again: string;
    readonly keys: string;
    readonly close: string;
    readonly empty: string;
    readonly typed: (unit: string) => string;
    /** Who is signed in, and what only they can do. */
    readonly staff: string;
    readonly signedInAs: (name: string) => string;
    readonly signIn: string;
    readonly toTakeOver: string;
    readonly signOut: string;
    readonly receipts: string;
    readonly ledger: string;
    readonly takeOver: string;
    readonly takeOverGo: string;
    readonly sixDigits: string;
    readonly tookOver: string;
    readonly tookOverEmpty: string;
    readonly keyList: readonly { readonly keys: readonly string[]; readonly does: string }[];
  };
}
