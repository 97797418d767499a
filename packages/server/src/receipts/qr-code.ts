import { html } from 'hono/html';
import { encode } from 'uqr';
import type { Html } from './page-frame.ts';

/** A link as a QR code, drawn into the page: there is nothing to load and nothing to run. */
export function qrCode(link: string, label: string): Html {
  // Medium correction: paper is folded and phones are old.
  const { data, size } = encode(link, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : [])),
  );
  return html`<svg
    class="qr"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${size} ${size}"
    shape-rendering="crispEdges"
  >
    <path fill="#fff" d="M0 0h${size}v${size}H0z" />
    <path fill="#000" d="${squares.join('')}" />
  </svg>`;
}
