import type { Input, Reply } from '@onetrip/engine';
import type { Hono } from 'hono';
import { createApp } from '../app.ts';
import type { AppOptions } from '../app-options.ts';
import { openDatabase } from '../storage/open-database.ts';
import { realEngine } from './real-engine.ts';
import { testClock } from './test-clock.ts';

/** What the tests read in an answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, never> & {
    readonly id: string;
    readonly seq: number;
    readonly reply: Reply;
    readonly code: string;
    readonly detail: string;
    readonly errors: readonly { readonly path: string; readonly expected: string; readonly received: string }[];
  };
}

const NO_JSON = {} as Answer['json'];

/** The API over the real knowledge, asked without a port; it keeps everything in memory unless told otherwise. */
export function testApi(options: Partial<AppOptions> = {}) {
  const app = openApp(options);
  const request = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await (await app).request(path, init);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? (JSON.parse(text) as Answer['json']) : NO_JSON,
    };
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const open = async (body: object = {}): Promise<string> => (await post('/api/consultations', body)).json.id;
  const turn = (id: string, turnId: string, input: Input): Promise<Answer> =>
    post(`/api/consultations/${id}/turns`, { turn: turnId, input });
  const look = (id: string): Promise<Answer> => request(`/api/consultations/${id}`);
  return { request, post, open, turn, look };
}

async function openApp(options: Partial<AppOptions>): Promise<Hono> {
  const database = options.database ?? (await openDatabase(':memory:'));
  return createApp({ engine: realEngine(), clock: testClock(), ...options, database });
}

/** A body that arrives in pieces and announces no length. */
export function inPieces(...pieces: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
}
