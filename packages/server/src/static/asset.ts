import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A file as it is served: its bytes, and the same bytes compressed once. */
export interface Asset {
  /** The path it is served at: `/widget/onetrip-guide.js`. */
  readonly path: string;
  readonly type: string;
  /** The name changes with the content, so browsers need never ask again. */
  readonly immutable: boolean;
  /** The bytes in one encoding, with an entity tag of their own. */
  encoded(encoding: Encoding): EncodedAsset;
}

/** How bytes travel. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** Bytes ready to send. */
export interface EncodedAsset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
};

/** A hash of eight capitals or digits before the ending, as esbuild names its chunks. */
const HASHED_NAME = /-[A-Z0-9]{8}\.\w+$/;

/** Makes a file servable. Each encoding is made when it is first asked for and then kept. */
export function createAsset(path: string, fileName: string, content: Uint8Array<ArrayBuffer>): Asset {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const made = new Map<Encoding, EncodedAsset>();
  return {
    path,
    type: TYPES[fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    immutable: HASHED_NAME.test(fileName),
    encoded(encoding) {
      const known = made.get(encoding);
      if (known) return known;
      const suffix = encoding === 'identity' ? '' : `-${encoding}`;
      const asset = { bytes: compress(content, encoding), etag: `"${hash}${suffix}"` };
      made.set(encoding, asset);
      return asset;
    },
  };
}

function compress(content: Uint8Array<ArrayBuffer>, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'br') {
    const quality = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    return new Uint8Array(brotliCompressSync(content, { params: quality }));
  }
  return encoding === 'gzip' ? new Uint8Array(gzipSync(content, { level: 9 })) : content;
}
