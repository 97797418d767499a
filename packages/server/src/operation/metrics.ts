import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { TakenTurn } from '../consultations/taken-turn.ts';
import type { Engines } from '../knowledge/engines.ts';
import type { Figures } from '../ledger/figures.ts';
import { StorageError } from '../storage/storage-error.ts';

/** What the figures of a server are about. */
export interface MetricsOptions {
  readonly engines: Engines;
  /** Writes that wait for the disk or for a connection. Default: not told. */
  readonly queueDepth?: () => number;
  /** What the product is measured by, over the last days. Default: not told. */
  readonly figures?: () => Promise<Figures>;
  /** Also memory, processor time and delays of the process. Default: yes; a test has many servers in one process. */
  readonly ofProcess?: boolean;
}

/** One request that was answered. */
export interface AnsweredRequest {
  readonly method: string;
  /** See `routeName`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const QUESTIONS = [0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30];

/** The figures of a server, for Prometheus. Noting a turn or a request costs less than two microseconds. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #turns: Counter<'input' | 'reply'>;
  readonly #questions: Histogram;
  readonly #notices: Counter;

  constructor({ engines, queueDepth, figures, ofProcess = true }: MetricsOptions) {
    const registers = [this.#registry];
    this.#requests = new Histogram({
      name: 'onetrip_request_seconds',
      help: 'Time from a request to its answer. Status is 2xx, 3xx, 4xx or 5xx.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    });
    this.#turns = new Counter({
      name: 'onetrip_turns_total',
      help: 'Turns taken, by what the person did and what came back. Unanswered: input say, reply not-found.',
      labelNames: ['input', 'reply'],
      registers,
    });
    this.#questions = new Histogram({
      name: 'onetrip_questions_per_notice',
      help: 'Questions answered before a notice was given.',
      buckets: QUESTIONS,
      registers,
    });
    this.#notices = new Counter({ name: 'onetrip_notices_total', help: 'Notices given.', registers });
    this.#addGauges(engines, queueDepth);
    if (figures) addFigures(this.#registry, figures);
    if (ofProcess) collectDefaultMetrics({ register: this.#registry });
  }

  /** Notes a turn that was kept. */
  observeTurn({ input, reply, questions }: TakenTurn): void {
    this.#turns.inc({ input: input.kind, reply: reply.kind });
    // Said again, it is the same notice.
    if (reply.kind !== 'notice' || input.kind === 'repeat') return;
    this.#notices.inc();
    this.#questions.observe(questions);
  }

  observeRequest({ method, route, status, seconds }: AnsweredRequest): void {
    this.#requests.observe({ method, route, status: `${String(status).slice(0, 1)}xx` }, seconds);
  }

  /** All figures in Prometheus's text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  /** Media type of `text`. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  #addGauges(engines: Engines, queueDepth: (() => number) | undefined): void {
    const registers = [this.#registry];
    const knowledge = new Gauge({
      name: 'onetrip_knowledge',
      help: 'Always 1; the version that new consultations begin with.',
      labelNames: ['version', 'date', 'region'],
      registers,
      collect: () => {
        const { version, date, region } = engines.current.knowledge;
        knowledge.reset();
        knowledge.set({ version, date, region: region.id }, 1);
      },
    });
    if (!queueDepth) return;
    const depth = new Gauge({
      name: 'onetrip_queue_depth',
      help: 'Writes that wait for the disk or for a connection.',
      registers,
      collect: () => {
        depth.set(queueDepth());
      },
    });
  }
}

/** The headline of the product; each figure is read by itself, since Prometheus' library waits for none of the others. */
function addFigures(registry: Registry, count: () => Promise<Figures>): void {
  const registers = [registry];
  // What the process itself knows is needed most while the database is away; what cannot be counted is then no number.
  const read = (): Promise<Figures | undefined> => count().catch(unlessOurs);
  const withoutSurprise = new Gauge({
    name: 'onetrip_without_surprise_share',
    help: 'Share of the notices of the last 30 days to which no window asked for another paper.',
    registers,
    collect: async () => {
      const counted = await read();
      withoutSurprise.set(counted ? (counted.withoutSurprise ?? 1) : Number.NaN);
    },
  });
  const unanswered = new Gauge({
    name: 'onetrip_unanswered_share',
    help: 'Share of the consultations of the last 30 days in which a message found nothing.',
    registers,
    collect: async () => {
      const counted = await read();
      unanswered.set(counted ? (counted.unansweredShare ?? 0) : Number.NaN);
    },
  });
  const ratings = new Gauge({
    name: 'onetrip_ratings',
    help: 'Ratings of the last 30 days, 5 the best.',
    labelNames: ['level'],
    registers,
    collect: async () => {
      ratings.reset();
      for (const [level, given] of Object.entries((await read())?.ratings ?? {})) ratings.set({ level }, given);
    },
  });
}

function unlessOurs(error: unknown): undefined {
  if (error instanceof StorageError) return undefined;
  throw error;
}
