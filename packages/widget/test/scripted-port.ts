import type { Input, ItemRef, Reply, Survey } from '@onetrip/engine';
import type { Port } from '../src/port/port.ts';
import { greeting } from './sample-replies.ts';

/** A port that plays replies in order and remembers what it was sent; an Error among them is thrown. */
export class ScriptedPort implements Port {
  readonly inputs: Input[] = [];
  readonly begun: (readonly string[])[] = [];
  surveys: Survey[] = [];
  items: readonly ItemRef[] = greeting.candidates;

  constructor(
    private readonly replies: (Reply | Error)[],
    private readonly first: Reply | Error = greeting,
  ) {}

  begin({ items = [] }: { items?: readonly string[] } = {}): Promise<Reply> {
    this.begun.push(items);
    return play(this.first);
  }

  takeTurn(input: Input): Promise<Reply> {
    this.inputs.push(input);
    const reply = this.replies.shift();
    return reply ? play(reply) : Promise.reject(new RangeError(`no reply is left for ${JSON.stringify(input)}`));
  }

  survey(): Promise<Survey> {
    const [survey] = this.surveys;
    if (!survey) return Promise.reject(new RangeError('no survey is left'));
    if (this.surveys.length > 1) this.surveys.shift();
    return Promise.resolve(survey);
  }

  findItems(query: string): Promise<readonly ItemRef[]> {
    return Promise.resolve(this.items.filter(({ title }) => title.includes(query)));
  }
}

function play(reply: Reply | Error): Promise<Reply> {
  return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
}
