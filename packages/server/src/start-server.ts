import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { CONNECTION_LIMITS, limitConnections } from './http/connection-limits.ts';

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:8787` */
  readonly address: string;
  /** Takes no new connections, finishes what is under way, then resolves. */
  stop(): Promise<void>;
}

/** Milliseconds that requests under way get before they are cut off. */
const LAST_CALL = 10_000;

/** Milliseconds between two looks for connections that have nothing under way any more. */
const LOOK_ROUND = 50;

/**
 * Listens on a port; port 0 takes a free one.
 *
 * @throws the system's error when the port cannot be had: `EADDRINUSE`, `EACCES`.
 */
export async function startServer(app: Hono, port: number, host: string): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: CONNECTION_LIMITS }) as Server;
  limitConnections(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { address: addressOf(server), stop: () => stopServer(server) };
}

function addressOf(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new TypeError('The server listens on no port.');
  const host = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return `http://${host}:${String(bound.port)}`;
}

function stopServer(server: Server): Promise<void> {
  // A browser keeps its connection open for the next request; once it is idle, there will be none.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, LOOK_ROUND);
  const lastCall = setTimeout(() => {
    server.closeAllConnections();
  }, LAST_CALL);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(idle);
      clearTimeout(lastCall);
      resolve();
    });
  });
}
