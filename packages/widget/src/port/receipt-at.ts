import type { Receipt } from './port.ts';

/** A receipt whose link leads to the server that gave it, and not to the site the element stands on. */
export function receiptAt(base: string, { number, link }: Receipt): Receipt {
  return { number, link: new URL(link, new URL(base, document.baseURI)).href };
}
