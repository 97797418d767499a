import { createEngine } from '@onetrip/engine';
import type { Input } from '@onetrip/engine';
import { benchCompile } from './bench-compile.ts';
import { percentile, rounded } from './cpu-time.ts';
import { knowledgeOf } from './knowledge-of.ts';
import { publicodesPeer } from './publicodes-peer.ts';
import { createRandom, randomItem } from './random-item.ts';

const seed = 20261122;
const shape = { questions: 12, materials: 24, alone: 0.3 };
const today = '2026-11-22';
const items = 12;
const conversations = 60;
const repeats = 9;

/** One answered turn, ours and publicodes', on the same items with the same answers; then proving and planning. */
export async function benchEngine(): Promise<Record<string, number>> {
  const random = createRandom(seed);
  const ours: number[] = [];
  const theirs: number[] = [];
  let compared = 0;
  for (let index = 0; index < items; index++) {
    const { item, questions } = randomItem(`item${index}`, shape, random);
    const engine = createEngine(knowledgeOf([item], questions));
    const peer = publicodesPeer(item, questions);
    for (let talk = 0; talk < conversations; talk++) {
      const path: { consultation: Parameters<typeof engine.takeTurn>[0]; input: Input }[] = [];
      const answers: Record<string, string> = {};
      let turn = engine.begin({ today, items: [item.id] });
      while (turn.reply.kind === 'ask') {
        const { question } = turn.reply;
        const value = question.options[Math.floor(random() * question.options.length)]?.value ?? '';
        const input: Input = { kind: 'answer', question: question.id, value };
        path.push({ consultation: turn.consultation, input });
        answers[question.id] = String(value);
        turn = engine.takeTurn(turn.consultation, input);
      }
      // Warm by now: the first conversations have compiled and planned what these turns need.
      if (talk >= conversations / 2) {
        for (const { consultation, input } of path) ours.push(timeOf(() => engine.takeTurn(consultation, input)));
      }
      if (talk === 0) compared += compare(engine, turn.consultation, item.obligations.length, peer.turn(answers).holds);
      if (talk < 2) {
        const given: Record<string, string> = {};
        for (const [id, value] of Object.entries(answers)) {
          given[id] = value;
          theirs.push(timeOf(() => peer.turn(given)));
        }
      }
    }
  }
  const figures = {
    turnMicros: rounded(percentile(ours, 0.5)),
    turnP99Micros: rounded(percentile(ours, 0.99)),
    publicodesMicros: rounded(percentile(theirs, 0.5)),
  };
  console.log(`seed ${seed}, ${items} items of ${shape.questions} questions and ${shape.materials} materials`);
  console.log(
    `${ours.length} turns of ours, ${theirs.length} of publicodes, ${compared} materials compared, all equal`,
  );
  return { ...figures, ...(await benchCompile(shape)) };
}

/**
 * CPU microseconds of one call. The system's own account is too coarse for one turn, so the call is repeated and
 * the middle one taken: whatever else the machine does in between falls on the others.
 */
function timeOf(run: () => unknown): number {
  const times = Array.from({ length: repeats }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1_000;
  });
  return percentile(times, 0.5);
}

function compare(
  engine: ReturnType<typeof createEngine>,
  consultation: Parameters<typeof engine.takeTurn>[0],
  materials: number,
  holds: readonly (boolean | undefined)[],
): number {
  const brought = new Set(engine.writeNotice(consultation).materials.map(({ material }) => material));
  for (let index = 0; index < materials; index++) {
    if (brought.has(`m${index}`) !== (holds[index] === true)) throw new Error(`material ${index} differs`);
  }
  return materials;
}
