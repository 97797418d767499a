import type { Locale } from '@onetrip/engine';
import type { Receipt, Standing } from './port.ts';
import { PortProblem } from './port-problem.ts';
import { readAnswer } from './read-answer.ts';
import { receiptAt } from './receipt-at.ts';

/** Who is signed in at the desk. */
export interface Clerk {
  readonly display: string;
  /** Proves that a request comes from our own page. */
  readonly csrf: string;
}

/** What only a signed-in clerk may do. */
export interface Staff {
  /** Who is signed in; undefined when nobody is. */
  who(): Promise<Clerk | undefined>;
  /** Takes over the consultation behind six digits. */
  redeem(clerk: Clerk, code: string): Promise<Standing>;
}

/** The clerk's calls to the server that the page itself comes from: the login cookie goes nowhere else. */
export class HttpStaff implements Staff {
  constructor(
    private readonly base: string,
    private readonly locale: () => Locale,
  ) {}

  async who(): Promise<Clerk | undefined> {
    const response = await this.send('/me', {});
    if (response.status === 401 || response.status === 403) {
      // An answer that nobody reads keeps its connection.
      await response.body?.cancel();
      return undefined;
    }
    const { account, csrf } = await readAnswer<{ account: { display: string }; csrf: string }>(response);
    return { display: account.display, csrf };
  }

  async redeem({ csrf }: Clerk, code: string): Promise<Standing> {
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
    const response = await this.send('/handover', { method: 'POST', headers, body: JSON.stringify({ code }) });
    const { receipt, ...standing } = await readAnswer<Standing & { readonly receipt?: Receipt }>(response);
    return receipt ? { ...standing, receipt: receiptAt(this.base, receipt) } : standing;
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, accept: 'application/json', 'accept-language': this.locale() };
    try {
      return await fetch(this.base + path, { ...init, headers, credentials: 'same-origin', cache: 'no-store' });
    } catch (cause) {
      throw new PortProblem('unreachable', '', { cause });
    }
  }
}

/** The staff's side of an API; undefined when the API is another site's, to which no login cookie would go. */
export function openStaff(api: string, locale: () => Locale): Staff | undefined {
  if (!api || new URL(api, document.baseURI).origin !== location.origin) return undefined;
  return new HttpStaff(api.replace(/\/{1,9}$/, ''), locale);
}
