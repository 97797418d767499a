import { Hono } from 'hono';
import type { Engines } from '../knowledge/engines.ts';
import { problem } from '../problem.ts';
import { createAsset } from '../static/asset.ts';
import type { Asset } from '../static/asset.ts';
import { sendAsset } from './assets.ts';

/**
 * Serves today's compiled knowledge, for guides that run without a server. A catalogue larger than memory is none: a
 * slice cut beforehand would answer some people wrongly and nobody would see, so it says that the server has to be asked.
 */
export function knowledgeRoutes(engines: Engines): Hono {
  let packed: { readonly version: string; readonly asset: Asset } | undefined;
  const asset = (): Asset => {
    const { knowledge } = engines.current;
    // Packing takes long, so it is done once for each version.
    if (packed?.version !== knowledge.version) {
      const bytes = new TextEncoder().encode(JSON.stringify(knowledge));
      packed = { version: knowledge.version, asset: createAsset('/knowledge.json', 'knowledge.json', bytes) };
    }
    return packed.asset;
  };
  return new Hono().get('/knowledge.json', (c) =>
    engines.holding ? problem(c, 'knowledge-is-a-catalogue') : sendAsset(c, asset()),
  );
}
