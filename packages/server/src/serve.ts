import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { appOfParts } from './app-of-parts.ts';
import { runServer } from './operation/run-server.ts';
import { loadAssets } from './static/load-assets.ts';

// Threads that sweep the young objects together wait for each other longer than they help.
setFlagsFromString('--no-parallel-scavenge');

// This file stands in src/ and, bundled, in dist/: both one folder below the package.
const below = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const widget = loadAssets(below('../widget/dist'), '/widget');
const site = [...loadAssets(below('site'), ''), ...widget];

await runServer({
  environment: process.env,
  places: {
    KNOWLEDGE: below('../../knowledge/dist/knowledge.json'),
    DATABASE: below('../../data/onetrip.db'),
  },
  hasWidget: widget.length > 0,
  createApp: (parts) => appOfParts(parts, { site, calendar: parts.calendar }),
});
