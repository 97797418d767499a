import { setImmediate } from 'node:timers/promises';
import type { Engine, Input, Knowledge, Reply, ServiceItem } from '@onetrip/engine';

/** How a walk answers each question; together they reach both ends of every list of options, and every open condition. */
const WALKS = ['unsure', 'first', 'last'] as const;

/** More questions than any item can ask. */
const MOST_QUESTIONS = 200;

/**
 * Names the first item that breaks: that names what is not there, or does not lead to its notice. Walks through every
 * item three times.
 *
 * Pauses after each item, so that the turns of others go on meanwhile. What it compiles stays, so a citizen never
 * waits for the first use of an item.
 */
export async function findBrokenItem(engine: Engine): Promise<string | undefined> {
  const isThere = thingsIn(engine.knowledge);
  for (const item of engine.knowledge.items) {
    if (!namesIn(item).every((name) => isThere.has(name)) || !endsWell(engine, item.id)) return item.id;
    await setImmediate();
  }
  return undefined;
}

function thingsIn({ questions, materials, authorities, sources }: Knowledge): ReadonlySet<string> {
  const named = (kind: string, things: readonly { readonly id: string }[]): string[] =>
    things.map(({ id }) => `${kind} ${id}`);
  return new Set([
    ...named('question', questions),
    ...named('material', materials),
    ...named('authority', authorities),
    ...named('source', sources),
  ]);
}

function namesIn({ questions, authority, obligations }: ServiceItem): readonly string[] {
  return [
    `authority ${authority}`,
    ...questions.map((id) => `question ${id}`),
    ...obligations.flatMap(({ sources }) => sources.map((id) => `source ${id}`)),
    ...obligations
      .flatMap((one) => (one.kind === 'material' ? one.anyOf : []))
      .map(({ material }) => `material ${material}`),
  ];
}

function endsWell(engine: Engine, item: string): boolean {
  try {
    return WALKS.every((walk) => ['notice', 'handoff'].includes(walkThrough(engine, item, walk).kind));
  } catch {
    return false;
  }
}

function walkThrough(engine: Engine, item: string, walk: (typeof WALKS)[number]): Reply {
  let { consultation, reply } = engine.begin({ today: engine.knowledge.date, items: [item] });
  for (let asked = 0; reply.kind === 'ask' && asked < MOST_QUESTIONS; asked += 1) {
    ({ consultation, reply } = engine.takeTurn(consultation, answerTo(reply.question, walk)));
  }
  return reply;
}

function answerTo(question: AskedQuestion, walk: (typeof WALKS)[number]): Input {
  const option = question.options.at(walk === 'last' ? -1 : 0);
  if (walk === 'unsure' || !option) return { kind: 'unsure', question: question.id };
  return { kind: 'answer', question: question.id, value: option.value };
}

type AskedQuestion = Extract<Reply, { kind: 'ask' }>['question'];
