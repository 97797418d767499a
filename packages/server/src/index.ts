// The server, without a port.
export { createApp, createServer } from './app.ts';
export type { AppOptions, Operation } from './app-options.ts';
export type { Rooms } from './rooms.ts';

// What it may be given.
export { createAsset } from './static/asset.ts';
export type { Asset, EncodedAsset, Encoding } from './static/asset.ts';
export { loadAssets } from './static/load-assets.ts';
export { openDatabase } from './storage/open-database.ts';
export type { Database, Statement } from './storage/database.ts';
export { StorageError } from './storage/storage-error.ts';
export type { StorageFault } from './storage/storage-error.ts';
export type { Engines } from './knowledge/engines.ts';
export type { Clock } from './clock.ts';
export type { Ids } from './ids.ts';

// What it answers and logs.
export { PROBLEM_STATUS } from './problem-status.ts';
export type { ProblemStatusCode } from './problem-status.ts';
export type { ProblemPart } from './problem.ts';
export type { Fault } from './fault.ts';
