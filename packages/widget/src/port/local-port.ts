import { createEngine } from '@onetrip/engine';
import type { Consultation, Engine, Input, ItemRef, Knowledge, Reply, Survey } from '@onetrip/engine';
import type { Port, PortOptions } from './port.ts';
import { PortProblem } from './port-problem.ts';
import { problemOf } from './read-answer.ts';

/** What a server says whose knowledge does not fit into a page. */
export const TOO_LARGE = 'knowledge-is-a-catalogue';

/** A consultation held in the page itself: nothing a person says leaves the device. */
export class LocalPort implements Port {
  private consultation: Consultation | undefined;

  /** @param today gives the day that counts as today, ISO. */
  constructor(
    private readonly engine: Engine,
    private readonly today: () => string,
  ) {}

  async begin(options: PortOptions): Promise<Reply> {
    const { consultation, reply } = this.engine.begin({ ...options, today: this.today() });
    this.consultation = consultation;
    return reply;
  }

  async takeTurn(input: Input): Promise<Reply> {
    const { consultation, reply } = this.engine.takeTurn(this.begun(), input);
    this.consultation = consultation;
    return reply;
  }

  async survey(): Promise<Survey> {
    return this.engine.survey(this.begun());
  }

  async findItems(query: string): Promise<readonly ItemRef[]> {
    return this.engine.findItems(query);
  }

  private begun(): Consultation {
    if (!this.consultation) throw new PortProblem('unknown-consultation');
    return this.consultation;
  }
}

/** Fetches a compiled knowledge and opens a port over it. */
export async function openLocalPort(address: string): Promise<Port> {
  return new LocalPort(createEngine(await fetchKnowledge(address)), chinaToday);
}

async function fetchKnowledge(address: string): Promise<Knowledge> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'omit' });
  } catch (cause) {
    throw new PortProblem('unreachable', '', { cause });
  }
  if (!response.ok) throw await whyNot(response);
  try {
    return (await response.json()) as Knowledge;
  } catch (cause) {
    throw new PortProblem('unreadable-knowledge', '', { cause });
  }
}

async function whyNot(response: Response): Promise<PortProblem> {
  const problem = await problemOf(response);
  return problem.code === TOO_LARGE ? problem : new PortProblem('unreadable-knowledge');
}

/** The day at the counter, not on the device of someone who asks from abroad. */
function chinaToday(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
