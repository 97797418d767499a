import type { Standing } from '../port/port.ts';
import { PortProblem } from '../port/port-problem.ts';
import type { Clerk, Staff } from '../port/staff.ts';
import type { Words } from '../text/words.ts';

/** What a counter needs to know of the desk it serves. */
export interface CounterHost {
  readonly words: Words;
  /** The calls of signed-in clerks; undefined where there is no server of our own. */
  readonly openStaff: () => Staff | undefined;
  requestUpdate(): void;
}

/** Knows who is signed in at the desk, and takes over citizens' consultations for them. */
export class Counter {
  /** Who is signed in; `nobody` once that is known, undefined while it is not or where nobody can sign in. */
  clerk: Clerk | 'nobody' | undefined;
  trouble = '';
  busy = false;

  private staff: Staff | undefined;

  constructor(private readonly host: CounterHost) {}

  /** Looks who is signed in. A server that cannot be reached is told of when something is to be done. */
  async look(): Promise<void> {
    this.staff = this.host.openStaff();
    this.clerk = undefined;
    try {
      if (this.staff) this.clerk = (await this.staff.who()) ?? 'nobody';
    } catch (cause) {
      if (!(cause instanceof PortProblem)) throw cause;
    }
    this.host.requestUpdate();
  }

  /** The consultation behind a code; undefined when there is none, and `trouble` says why. */
  async redeem(code: string): Promise<Standing | undefined> {
    const { staff } = this;
    if (!staff || this.busy) return undefined;
    this.tell('', true);
    try {
      // Asked anew each time: the clerk may have signed in or out in another tab.
      const clerk = await staff.who();
      this.clerk = clerk ?? 'nobody';
      const standing = clerk && (await staff.redeem(clerk, code));
      this.tell('', false);
      return standing;
    } catch (cause) {
      if (!(cause instanceof PortProblem)) throw cause;
      const { problem } = this.host.words;
      this.tell(problem.byCode[cause.code] ?? (cause.detail || problem.other), false);
      return undefined;
    }
  }

  private tell(trouble: string, busy: boolean): void {
    this.trouble = trouble;
    this.busy = busy;
    this.host.requestUpdate();
  }
}
