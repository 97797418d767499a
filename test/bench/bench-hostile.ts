import { loadavg } from 'node:os';
import { compileKnowledge } from '@onetrip/engine/knowledge';
import { heapMegabytes } from '@onetrip/server/test-support';
import { comesToAnEnd, HOSTILE, KNOWN_SLOW } from '../support/hostile-lengths.ts';
import { textFunctions } from '../support/text-functions.ts';
import { cpuMicros, rounded } from './cpu-time.ts';

const [SHORT, LONG] = [10_000, 100_000];
/** The least of so many tries: whatever else the machine does falls on the others. */
const tries = 5;
/** What takes less for the long text is not compared: a millisecond is made of the clock and the collector. */
const LEAST_MILLIS = 1;
const patience = 4000;
/** They read words of the knowledge, and nothing that comes from outside. */
const AUTHORS = /^engine\/src\/knowledge\/|^engine\/src\/search\/core-of/;

/**
 * What 10 kB and 100 kB of hostile text cost each function that can be given a text alone, and what a file of a billion
 * laughs costs the compiler.
 */
export async function benchHostile(): Promise<Record<string, number>> {
  const control = `AB${'1'.repeat(60)}!`;
  if (comesToAnEnd(() => KNOWN_SLOW.test(control), patience))
    throw new Error('The harness misses a pattern of minutes.');
  const [outside, authors] = [
    { ratio: 0, millis: 0 },
    { ratio: 0, millis: 0 },
  ];
  const functions = await textFunctions();
  for (const { name, read } of functions) {
    for (const [kind, made] of Object.entries(HOSTILE)) {
      const [short, long] = [leastMillis(read, made(SHORT)), leastMillis(read, made(LONG))];
      const ratio = long < LEAST_MILLIS ? 0 : long / short;
      const worst = AUTHORS.test(name) ? authors : outside;
      worst.millis = Math.max(worst.millis, long);
      worst.ratio = Math.max(worst.ratio, ratio);
      if (ratio > 12 || long > 10) console.log(`${name}, ${kind}: ${rounded(short)} and ${rounded(long)} ms`);
    }
  }
  return {
    functions: functions.length,
    worstRatio: rounded(outside.ratio),
    worstMillis: rounded(outside.millis),
    authorsRatio: rounded(authors.ratio),
    authorsMillis: rounded(authors.millis),
    ...laughs(),
    load: rounded(loadavg()[0] ?? 0),
  };
}

/** CPU milliseconds of one reading, whether it ends in an answer or in a refusal. */
function leastMillis(read: (text: string) => unknown, text: string): number {
  let least = Infinity;
  for (let at = 0; at < tries; at += 1) {
    const before = cpuMicros();
    comesToAnEnd(() => read(text), patience);
    least = Math.min(least, (cpuMicros() - before) / 1000);
  }
  return least;
}

/** Nine levels of nine aliases each, and nothing else in the folder. */
function laughs(): Record<string, number> {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  const lines = names.map((name, level) => {
    const below = Array<string>(9).fill(`*${names[level - 1] ?? ''}`);
    return level === 0 ? 'a: &a ha' : `${name}: &${name} [${below.join(', ')}]`;
  });
  const folder = new Map([['synonyms.yaml', lines.join('\n')]]);
  const before = heapMegabytes();
  const { issues } = compileKnowledge(folder);
  const grown = process.memoryUsage().heapUsed / 2 ** 20 - before;
  if (!issues.some(({ code }) => code === 'too-many-aliases')) throw new Error('A billion laughs were let through.');
  const millis = leastMillis(() => compileKnowledge(folder), '');
  return { laughsMillis: rounded(millis), laughsMegabytes: rounded(grown) };
}
