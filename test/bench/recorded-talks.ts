import type { Engine, Input } from '@onetrip/engine';
import { stateOf } from '@onetrip/server/test-support';

/** A conversation from its first words to its notice: what is sent, and what comes back. */
export interface Talk {
  readonly inputs: readonly Input[];
  readonly replies: readonly object[];
  /** How the consultation stood before each input, and the input. */
  readonly decidedBy: readonly string[];
}

/** Walks through all items in turn, each time with answers drawn by chance, until there are enough turns. */
export function recordTalks(engine: Engine, turns: number, random: () => number): readonly Talk[] {
  const talks: Talk[] = [];
  const { items } = engine.knowledge;
  for (let taken = 0; taken < turns;) {
    const item = items[talks.length % items.length];
    if (!item) break;
    const talk = recordTalk(engine, item.title, random);
    talks.push(talk);
    taken += talk.inputs.length;
  }
  return talks;
}

/** No conversation of the delivered knowledge is longer. */
const MOST_TURNS = 30;

function recordTalk(engine: Engine, words: string, random: () => number): Talk {
  const inputs: Input[] = [];
  const replies: object[] = [];
  const decidedBy: string[] = [];
  let { consultation } = engine.begin({ today: '2026-11-22' });
  let input: Input | undefined = { kind: 'say', text: words };
  while (input && inputs.length < MOST_TURNS) {
    const turn = engine.takeTurn(consultation, input);
    inputs.push(input);
    decidedBy.push(`${stateOf(consultation)}${JSON.stringify(input)}`);
    replies.push({ seq: inputs.length, reply: turn.reply });
    ({ consultation } = turn);
    input = nextInput(turn.reply, random);
  }
  return { inputs, replies, decidedBy };
}

function nextInput(reply: ReturnType<Engine['takeTurn']>['reply'], random: () => number): Input | undefined {
  if (reply.kind === 'choose') return { kind: 'choose', items: [reply.candidates[0]?.item ?? ''] };
  if (reply.kind !== 'ask') return undefined;
  const { id, options } = reply.question;
  const value = options[Math.floor(random() * options.length)]?.value ?? '';
  return { kind: 'answer', question: id, value };
}
