import { Hono } from 'hono';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { Asset, Encoding } from '../static/asset.ts';

/** Serves the pages, the widget and the knowledge, each compressed as the browser likes it. */
export function assetRoutes(assets: readonly Asset[]): Hono {
  const app = new Hono();
  for (const asset of assets) app.get(asset.path, (c) => sendAsset(c, asset));
  return app;
}

/** Sends an asset, or 304 when the browser has it already. */
export function sendAsset(c: Context, asset: Asset, status: 200 | 404 = 200): Response {
  const encoding = preferredEncoding(c);
  const { bytes, etag } = asset.encoded(encoding);
  c.header('Content-Type', asset.type);
  c.header('ETag', etag);
  c.header('Vary', 'Accept-Encoding', { append: true });
  c.header('Cache-Control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (status === 200 && isKnown(c.req.header('If-None-Match'), etag)) return c.body(null, 304);
  if (encoding !== 'identity') c.header('Content-Encoding', encoding);
  return c.body(bytes, status, { 'Content-Length': String(bytes.length) });
}

function preferredEncoding(c: Context): Encoding {
  // Browsers name all they take at one weight; brotli is the smallest of them.
  const taken = accepts(c, {
    header: 'Accept-Encoding',
    supports: ['br', 'gzip'],
    default: 'identity',
    match: (wishes, { supports, default: otherwise }) =>
      supports.find((encoding) => wishes.some((wish) => wish.type === encoding && wish.q > 0)) ?? otherwise,
  });
  return taken as Encoding;
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(etag) || tags.includes('*');
}
