import type { DestinationStream, Logger } from 'pino';
import pino from 'pino';

/** Where the server writes what happens: one line of JSON for each event, and nothing that a person typed. */
export type Log = Logger;

/** How a log is written. */
export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Default: the standard error output, so that the standard output keeps to words for people. */
  readonly to?: DestinationStream;
}

/** Opens the log. Lines are handed to the system without waiting for it; `flush` before the process ends. */
export function createLog({ level, to = pino.destination({ fd: 2, sync: false }) }: LogOptions): Log {
  const options = {
    level,
    // Which process and machine it was is known to whoever collects the lines.
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, to);
}
