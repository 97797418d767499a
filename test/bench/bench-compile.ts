import { CompileMemory, compileKnowledge, proveItem, readFolder, storedPlanOf } from '@onetrip/engine/knowledge';
import { cpuMicros, percentile, rounded } from './cpu-time.ts';
import { makeItems, writeFolder } from './random-folder.ts';
import type { MadeItem } from './random-folder.ts';
import { createRandom } from './random-item.ts';
import type { ItemShape } from './random-item.ts';

const today = '2026-11-22';
const seed = 20261123;
const provedItems = 300;
const manyItems = 10_000;
const folderItems = 1_000;
const atOnce = 500;
const warmRuns = 12;
const passes = 5;
const realOptions = { region: 'demo-city', today } as const;

type Files = ReadonlyMap<string, string>;

/** Proving and planning: generated items, the real folder, ten thousand items, and one item changed among many. */
export async function benchCompile(shape: ItemShape): Promise<Record<string, number>> {
  const random = createRandom(seed);
  const some = makeItems(namesOf('made', provedItems), shape, random, today);
  const examples = some.reduce((sum, { item }) => sum + item.examples.length, 0) / some.length;
  console.log(`seed ${seed}: ${provedItems} generated items with ${rounded(examples)} examples each`);
  // The middle of some passes: whatever else the machine does falls on the others.
  const proved = middleOf(() => proveAll(some)) / some.length;
  const planned = middleOf(() => millisOf(() => some.forEach(plan))) / some.length;
  console.log(`proofs and plan ${rounded(proved)} ms an item, the plan alone ${rounded(planned)} ms`);
  const real = await readFolder('knowledge');
  const figures = {
    compileMillisPerItem: rounded(proved),
    proveMillisPerItem: rounded(proved - planned),
    ...measureReal(real),
    ...measureChanges(real),
    tenThousandSeconds: rounded(proveMany(shape, random)),
  };
  return { ...figures, ...measureLargeFolder(shape, random) };
}

function plan({ item, questions }: MadeItem): void {
  storedPlanOf({ items: [item], questions }, item.id, today);
}

/** CPU milliseconds of proving and planning them all; every proof must succeed. */
function proveAll(made: readonly MadeItem[]): number {
  return millisOf(() => {
    for (const { item, questions } of made) {
      const [missing] = proveItem(item, questions, today).missing;
      if (missing !== undefined) throw new Error(`${item.id} lacks the example ${missing.name}`);
    }
  });
}

/** CPU seconds of proving and planning ten thousand items; making them is not counted. */
function proveMany(shape: ItemShape, random: () => number): number {
  let millis = 0;
  for (let begin = 0; begin < manyItems; begin += atOnce) {
    millis += proveAll(makeItems(namesOf(`many${begin}-`, atOnce), shape, random, today));
  }
  console.log(`${manyItems} generated items proved and planned in ${rounded(millis / 1_000)} s`);
  return millis / 1_000;
}

/** A memory that says what proving and planning cost. */
class TimedMemory extends CompileMemory {
  proofs = 0;
  millis = 0;

  override recall<T>(name: string, from: readonly unknown[], make: () => T): T {
    if (!name.startsWith('prove ')) return super.recall(name, from, make);
    const before = cpuMicros();
    const value = super.recall(name, from, make);
    this.millis += (cpuMicros() - before) / 1_000;
    this.proofs++;
    return value;
  }
}

/** The knowledge folder, compiled anew again and again: the median of the second half. */
function measureReal(files: Files): Record<string, number> {
  const runs = Array.from({ length: 2 * warmRuns }, () => {
    const memory = new TimedMemory();
    const whole = millisOf(() => void compileKnowledge(files, { ...realOptions, memory }));
    return { whole, perItem: memory.millis / memory.proofs };
  }).slice(warmRuns);
  const perItem = percentile(
    runs.map((run) => run.perItem),
    0.5,
  );
  const whole = percentile(
    runs.map((run) => run.whole),
    0.5,
  );
  console.log(
    `the knowledge folder: proofs and plan ${rounded(perItem)} ms an item, all from text ${rounded(whole)} ms`,
  );
  return { realMillisPerItem: rounded(perItem), realFolderMillis: rounded(whole) };
}

/** Every item of the knowledge folder changed in turn, compiled with a memory. */
function measureChanges(files: Files): Record<string, number> {
  const memory = new CompileMemory();
  compileKnowledge(files, { ...realOptions, memory });
  const rounds = [1, 2, 3].map((round) => changeEach(files, { ...realOptions, memory }, itemFiles(files), round));
  const [first = [], ...later] = rounds;
  const millis = later.flat();
  const middle = percentile(millis, 0.5);
  console.log(
    `one changed item of ${itemFiles(files).length}: ${rounded(middle)} ms, at most ${rounded(Math.max(...millis))}; ` +
      `in a process that has just begun ${rounded(percentile(first, 0.5))}, at most ${rounded(Math.max(...first))}`,
  );
  return { changedItemMillis: rounded(middle), changedItemMaxMillis: rounded(Math.max(...millis)) };
}

/** A folder of generated items: compiled from its texts, then with one item changed. */
function measureLargeFolder(shape: ItemShape, random: () => number): Record<string, number> {
  const files = writeFolder(makeItems(namesOf('large', folderItems), shape, random, today));
  const memory = new CompileMemory();
  const options = { today, memory };
  const whole = millisOf(() => demandKnowledge(compileKnowledge(files, options)));
  const millis = changeEach(files, options, itemFiles(files).slice(0, 4), 1);
  const middle = percentile(millis, 0.5);
  console.log(
    `${folderItems} generated items from their texts ${rounded(whole / 1_000)} s, one changed ${rounded(middle)} ms`,
  );
  return { folderMillisPerItem: rounded(whole / folderItems), changedOfThousandMillis: rounded(middle) };
}

/** CPU milliseconds of compiling after each change; the last result must be that of a compile without memory. */
function changeEach(
  files: Files,
  options: Parameters<typeof compileKnowledge>[1] & { readonly memory: CompileMemory },
  changed: readonly string[],
  round: number,
): readonly number[] {
  let last: { files: Files; json: string } | undefined;
  const millis = changed.map((file) => {
    const edited = new Map(files).set(file, (files.get(file) ?? '').replace(/^title: (.*)$/mu, `title: $1${round}`));
    let result: ReturnType<typeof compileKnowledge> | undefined;
    const spent = millisOf(() => (result = compileKnowledge(edited, options)));
    last = { files: edited, json: JSON.stringify(result) };
    return spent;
  });
  const { memory: _memory, ...anew } = options;
  if (last !== undefined && JSON.stringify(compileKnowledge(last.files, anew)) !== last.json) {
    throw new Error('compiling with a memory gave something else');
  }
  return millis;
}

function demandKnowledge({ knowledge, issues }: ReturnType<typeof compileKnowledge>): void {
  if (knowledge === undefined) throw new Error(`the generated folder does not compile: ${issues[0]?.message ?? ''}`);
}

function itemFiles(files: Files): readonly string[] {
  return [...files.keys()].filter((file) => file.startsWith('items/'));
}

function namesOf(stem: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${stem}${index}`);
}

function middleOf(measure: () => number): number {
  return percentile(Array.from({ length: passes }, measure), 0.5);
}

function millisOf(run: () => void): number {
  const before = cpuMicros();
  run();
  return (cpuMicros() - before) / 1_000;
}
