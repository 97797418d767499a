// `pnpm bench questions|engine|server|catalogue|crash|guessing|hostile|power|slow`: prints what it measures, and one JSON object on the last line.
import { benchCatalogue } from './bench-catalogue.ts';
import { benchCrash } from './bench-crash.ts';
import { benchEngine } from './bench-engine.ts';
import { benchGuessing } from './bench-guessing.ts';
import { benchHostile } from './bench-hostile.ts';
import { benchPower } from './bench-power.ts';
import { benchQuestions } from './bench-questions.ts';
import { benchServer } from './bench-server.ts';
import { benchSlow } from './bench-slow.ts';

const benches: Readonly<Record<string, () => Promise<Record<string, number>>>> = {
  catalogue: () => benchCatalogue(),
  crash: benchCrash,
  engine: benchEngine,
  guessing: benchGuessing,
  hostile: benchHostile,
  power: benchPower,
  questions: benchQuestions,
  server: benchServer,
  slow: benchSlow,
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (bench === undefined) {
  console.error(`No bench is called “${name}”. There are: ${Object.keys(benches).join(', ')}.`);
  // A hook that some library sets for the end of the process forgets what `process.exitCode` says.
  process.exit(1);
} else {
  console.log(JSON.stringify(await bench()));
}
