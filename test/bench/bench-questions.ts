import { createEngine } from '@onetrip/engine';
import type { Engine, Question, ServiceItem } from '@onetrip/engine';
import { planItem, readKnowledge } from '@onetrip/engine/knowledge';
import type { ItemPlan } from '@onetrip/engine/knowledge';
import { rounded } from './cpu-time.ts';
import { knowledgeOf } from './knowledge-of.ts';
import { publicodesPeer } from './publicodes-peer.ts';
import { createRandom, randomItem } from './random-item.ts';

const seed = 20261122;
const today = '2026-11-22';
const randomItems = 300;
const compared = 40;
const people = 15;

/** Expected questions over the knowledge folder and generated items: the author's order, ours, the optimum, publicodes'. */
export async function benchQuestions(): Promise<Record<string, number>> {
  const { knowledge, issues } = await readKnowledge('knowledge', { region: 'demo-city' });
  if (knowledge === undefined) throw new Error(`the knowledge does not compile: ${issues[0]?.message ?? ''}`);
  const active = knowledge.items.filter(({ status }) => status === 'active');
  const real = active.map((item) => planItem(knowledge, item.id, today));
  console.log(
    'item                           questions  author  ours    optimum any order  worst  publicodes / ours, the same ' +
      people +
      ' people',
  );
  const random = createRandom(seed);
  for (const plan of real) {
    const item = active.find(({ id }) => id === plan.item);
    const own = knowledge.questions.filter(({ id }) => item?.questions.includes(id) === true);
    const peer =
      item === undefined ? undefined : comparePeer([{ item, questions: own }], random, createEngine(knowledge));
    console.log(
      `${rowOf(plan)}${peer === undefined ? '' : `      ${peer.theirs.toFixed(3)} / ${peer.ours.toFixed(3)}`}`,
    );
  }

  const generated: { item: ServiceItem; questions: readonly Question[]; plan: ItemPlan }[] = [];
  for (let index = 0; index < randomItems; index++) {
    const questions = 8 + (index % 9);
    const shape = {
      questions,
      materials: questions + Math.floor(random() * questions),
      alone: 0.2 + 0.1 * (index % 3),
    };
    const made = randomItem(`item${index}`, shape, random);
    const plan = planItem({ items: [made.item], questions: made.questions }, made.item.id, today);
    generated.push({ ...made, plan });
  }
  const plans = [...real, ...generated.map(({ plan }) => plan)];
  const exact = plans.filter(({ questions }) => questions <= 12);
  const known = plans.filter(({ anyOrder }) => anyOrder !== undefined && anyOrder > 0);
  const peer = comparePeer(generated.filter(({ plan }) => plan.optimum !== undefined).slice(0, compared), random);
  console.log(
    `${randomItems} generated items of 8 to 16 questions, seed ${seed}; publicodes on ${compared} of them × ${people} people`,
  );
  console.log(`publicodes asks ${rounded(peer.theirs)} questions on average where ours are ${rounded(peer.ours)}`);
  return {
    ratioToOptimum: rounded(
      sum(known.map(({ ours }) => ours.expected)) / sum(known.map(({ anyOrder }) => anyOrder ?? 0)),
      6,
    ),
    exactShare:
      exact.filter(({ ours, optimum }) => optimum !== undefined && ours.expected <= optimum + 1e-9).length /
      exact.length,
    aboveAuthor: plans.filter(({ ours, authors }) => ours.expected > authors.expected + 1e-9).length,
    publicodesRatio: rounded(peer.theirs / peer.ours),
    authorRatio: rounded(
      sum(plans.map(({ authors }) => authors.expected)) / sum(plans.map(({ ours }) => ours.expected)),
    ),
    itemsWithKnownOptimum: known.length,
    items: plans.length,
  };
}

function rowOf({ item, questions, authors, ours, optimum, anyOrder }: ItemPlan): string {
  const costs = [authors.expected, ours.expected, optimum ?? Number.NaN, anyOrder ?? Number.NaN];
  const figures = costs.map((each) => each.toFixed(3).padEnd(7));
  return `${item.padEnd(30)} ${String(questions).padEnd(10)} ${figures.join(' ')}  ${ours.worst}`;
}

/** The same people, with the same answers, asked by both; both must end with the same papers. */
function comparePeer(
  items: readonly { item: ServiceItem; questions: readonly Question[] }[],
  random: () => number,
  known?: Engine,
): { ours: number; theirs: number } {
  let ours = 0;
  let theirs = 0;
  for (const { item, questions } of items) {
    const engine = known ?? createEngine(knowledgeOf([item], questions));
    const peer = publicodesPeer(item, questions);
    for (let person = 0; person < people; person++) {
      const truth = Object.fromEntries(questions.map((question) => [question.id, drawn(question, random())]));
      let turn = engine.begin({ today, items: [item.id] });
      while (turn.reply.kind === 'ask') {
        const { id } = turn.reply.question;
        turn = engine.takeTurn(turn.consultation, { kind: 'answer', question: id, value: truth[id] ?? '' });
        ours++;
      }
      const answers: Record<string, string | number> = {};
      for (let { next } = peer.turn(answers); next !== undefined; { next } = peer.turn(answers)) {
        answers[next] = truth[next] ?? '';
        theirs++;
      }
    }
  }
  return { ours: ours / (items.length * people), theirs: theirs / (items.length * people) };
}

/** An option drawn by how often it is the answer; of numbers, an age. */
function drawn(question: Question, chance: number): string | number {
  if (question.kind === 'number') return Math.floor(chance * 90);
  const total = sum(question.options.map(({ share = 1 }) => share));
  let left = chance * total;
  for (const { value, share = 1 } of question.options) {
    left -= share;
    if (left < 0) return value;
  }
  return question.options.at(-1)?.value ?? '';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
