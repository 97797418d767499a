import type { AuditLog } from '../audit/audit-log.ts';
import { OneAtATime } from '../one-at-a-time.ts';
import type { Misses } from '../limits/misses.ts';
import type { MissScope } from '../limits/miss-rules.ts';
import { sha256 } from '../sha256.ts';
import type { Handovers } from './handovers.ts';

/** Who redeems a code. */
export interface Redeemer {
  /** Account id, or `channel:` and its name. */
  readonly id: string;
  /** A clerk takes over consultations of the own region only. */
  readonly region?: string;
  /** One person at a channel that serves many. */
  readonly person?: string | undefined;
}

/** Why nobody gets a consultation; wrong, used and expired codes look alike. */
export type HandoverRefusal = 'unknown-handover-code' | 'locked-out';

/** What redeeming needs. */
export interface HandoverDeskOptions {
  readonly handovers: Handovers;
  readonly misses: Misses;
  readonly audit: AuditLog;
}

/** Redeems codes, counts wrong ones, and records who took over what: six digits can be guessed. */
export class HandoverDesk {
  readonly #options: HandoverDeskOptions;
  /** Codes tried at the same moment are counted one after the other. */
  readonly #queue = new OneAtATime();

  constructor(options: HandoverDeskOptions) {
    this.#options = options;
  }

  /** The consultation behind a code. */
  redeem(redeemer: Redeemer, code: string): Promise<{ readonly consultation: string } | HandoverRefusal> {
    const [scope, key] = limitOf(redeemer);
    return this.#queue.run(key, async () => {
      const { handovers, misses } = this.#options;
      if (await misses.locked(scope, key)) {
        await this.#record(redeemer, 'handover-locked-out', 'code');
        return 'locked-out';
      }
      const consultation = await handovers.redeem(code, redeemer.region);
      if (consultation === undefined) {
        await misses.miss(scope, key);
        return 'unknown-handover-code';
      }
      await this.#record(redeemer, 'handover-redeemed', sha256(consultation));
      return { consultation };
    });
  }

  /** The log outlives the consultation, so it names a hash of it. */
  #record({ id }: Redeemer, action: string, object: string): Promise<void> {
    return this.#options.audit.recordAlone({ actor: id, action, object });
  }
}

/** A channel's wrong codes are counted for each person, or one of them would lock all of them out. */
function limitOf({ id, person }: Redeemer): readonly [MissScope, string] {
  return person === undefined ? ['handover-code', id] : ['handover-person', `${id} ${person}`];
}
