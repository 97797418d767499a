// `pnpm bench questions|engine|server|crash|guessing|slow`: prints what it measures, and one JSON object on the last line.
import { benchCrash } from './bench-crash.ts';
import { benchEngine } from './bench-engine.ts';
import { benchGuessing } from './bench-guessing.ts';
import { benchQuestions } from './bench-questions.ts';
import { benchServer } from './bench-server.ts';

const benches: Readonly<Record<string, () => Promise<Record<string, number>>>> = {
  crash: benchCrash,
  engine: benchEngine,
  guessing: benchGuessing,
  questions: benchQuestions,
  server: benchServer,
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (bench === undefined) {
  console.error(`No bench is called “${name}”. There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
} else {
  console.log(JSON.stringify(await bench()));
}
