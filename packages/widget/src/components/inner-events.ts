import type { Input } from '@onetrip/engine';

/**
 * Tells the guide or the desk what the person did. It leaves the shadow roots of the components on its way up and is
 * stopped by the guide or the desk: it is not an event of the host page.
 */
export class TurnEvent extends Event {
  static readonly type = 'onetrip-input';

  constructor(readonly input: Input) {
    super(TurnEvent.type, { bubbles: true, composed: true });
  }
}

/** Things a person can do that no turn is needed for. */
export type Wish = 'print' | 'restart' | 'keep' | 'go-on' | 'retry' | 'none-of-these' | 'larger' | 'keys';

/** Asks the guide or the desk for something that is not a turn of the consultation. */
export class WishEvent extends Event {
  static readonly type = 'onetrip-wish';

  constructor(readonly wish: Wish) {
    super(WishEvent.type, { bubbles: true, composed: true });
  }
}
