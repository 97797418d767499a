import type { BeginOptions, Engine, Input } from '@onetrip/engine';
import { stateOf } from '@onetrip/server/test-support';

/** A conversation to its notice: how it begins, what is sent, and what comes back. */
export interface Talk {
  readonly begin: BeginOptions;
  readonly inputs: readonly Input[];
  readonly replies: readonly object[];
  /** How the consultation stood before each input, and the input. */
  readonly decidedBy: readonly string[];
}

/** How people come: with a wish in words, or by a link to an item. */
export type Coming = 'words' | 'link';

/** Walks through all items in turn, each time with answers drawn by chance, until there are enough turns. */
export function recordTalks(engine: Engine, coming: Coming, turns: number, random: () => number): readonly Talk[] {
  const talks: Talk[] = [];
  const { items } = engine.knowledge;
  for (let taken = 0; taken < turns;) {
    const item = items[talks.length % items.length];
    if (!item) break;
    const talk = recordTalk(engine, coming, item, random);
    talks.push(talk);
    taken += talk.inputs.length;
  }
  return talks;
}

/** No conversation of the delivered knowledge is longer. */
const MOST_TURNS = 30;
const TODAY = '2026-11-22';

function recordTalk(
  engine: Engine,
  coming: Coming,
  { id, title }: Engine['knowledge']['items'][number],
  random: () => number,
): Talk {
  const begin: BeginOptions = coming === 'link' ? { today: TODAY, items: [id] } : { today: TODAY };
  const inputs: Input[] = [];
  const replies: object[] = [];
  const decidedBy: string[] = [];
  let { consultation, reply } = engine.begin(begin);
  let input: Input | undefined = coming === 'words' ? { kind: 'say', text: title } : nextInput(reply, random);
  while (input && inputs.length < MOST_TURNS) {
    decidedBy.push(`${stateOf(consultation)}${JSON.stringify(input)}`);
    inputs.push(input);
    ({ consultation, reply } = engine.takeTurn(consultation, input));
    replies.push({ seq: inputs.length, reply });
    input = nextInput(reply, random);
  }
  return { begin, inputs, replies, decidedBy };
}

function nextInput(reply: ReturnType<Engine['takeTurn']>['reply'], random: () => number): Input | undefined {
  if (reply.kind === 'choose') return { kind: 'choose', items: [reply.candidates[0]?.item ?? ''] };
  if (reply.kind !== 'ask') return undefined;
  const { id, options } = reply.question;
  const value = options[Math.floor(random() * options.length)]?.value ?? '';
  return { kind: 'answer', question: id, value };
}
