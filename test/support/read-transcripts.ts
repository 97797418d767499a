import { readFileSync, readdirSync } from 'node:fs';
import type { AnswerValue, Aspect, Input } from '@onetrip/engine';
import { parse } from 'yaml';
import type { Final, Step, StepExpectation, Transcript } from './transcript.ts';

const folder = new URL('../transcripts/', import.meta.url);
const expectationKeys = ['asks', 'offers', 'understands', 'says', 'problem'];
const finalKeys = ['items', 'notice', 'handoff', 'discontinued', 'notFound'];

type Row = Readonly<Record<string, unknown>>;

/** What each way of acting means as an input; the key of a step is the key here. */
const acts: Readonly<Record<string, (value: unknown) => Input>> = {
  say: (value) => ({ kind: 'say', text: text(value) }),
  choose: (value) => ({ kind: 'choose', items: [value].flat().map(text) }),
  answer: (value) => {
    const [entry, ...more] = Object.entries(value as Record<string, string | number>);
    if (entry === undefined || more.length > 0) throw new Error('answer takes one question: { question: value }');
    return { kind: 'answer', question: entry[0], value: entry[1] };
  },
  unsure: (value) => ({ kind: 'unsure', question: text(value) }),
  change: (value) => ({ kind: 'change', question: text(value) }),
  lack: (value) => ({ kind: 'lack', material: text(value) }),
  have: (value) => ({ kind: 'have', material: text(value) }),
  add: (value) => ({ kind: 'add', item: text(value) }),
  remove: (value) => ({ kind: 'remove', item: text(value) }),
  why: (value) => ({ kind: 'why', question: text(value) }),
  aspect: (value) => ({ kind: 'aspect', aspect: text(value) as Aspect }),
};
const bare: Readonly<Record<string, Input>> = {
  back: { kind: 'back' },
  repeat: { kind: 'repeat' },
  restart: { kind: 'restart' },
  'ask-for-clerk': { kind: 'ask-for-clerk' },
};

/** All transcripts, in the order of their file names. A misspelt key fails here and not as a check that never ran. */
export function readTranscripts(): readonly Transcript[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => readTranscript(file, parse(readFileSync(new URL(file, folder), 'utf8')) as Row));
}

function readTranscript(file: string, row: Row): Transcript {
  try {
    refuseUnknown(row, ['title', 'today', 'steps', 'final']);
    const steps = (row['steps'] as readonly (string | Row)[]).map(readStep);
    refuseUnknown(row['final'] as Row, finalKeys);
    const today = row['today'] === undefined ? '2026-11-22' : text(row['today']);
    return { file, title: text(row['title']), today, steps, final: row['final'] as Final };
  } catch (cause) {
    throw new Error(`test/transcripts/${file}: ${String(cause)}`, { cause });
  }
}

function readStep(step: string | Row): Step {
  if (typeof step === 'string') return readStep({ [step]: true });
  const names = Object.keys(step).filter((key) => !expectationKeys.includes(key));
  const name = names[0];
  if (name === undefined || names.length > 1) throw new Error(`a step does one thing: ${JSON.stringify(step)}`);
  const expect = Object.fromEntries(Object.entries(step).filter(([key]) => key !== name)) as StepExpectation;
  if (name === 'answers') return { answers: step[name] as Record<string, AnswerValue | null>, expect };
  const input = bare[name] ?? acts[name]?.(step[name]);
  if (input === undefined) throw new Error(`no such step: ${name}`);
  return { input, expect };
}

function refuseUnknown(row: Row, known: readonly string[]): void {
  const unknown = Object.keys(row).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`unknown key: ${unknown.join(', ')}`);
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`a word is missing: ${JSON.stringify(value)}`);
  return value;
}
