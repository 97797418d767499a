import type { Engine, Reply } from '@onetrip/engine';
import { readPaths, tellAnswers } from './recorded-paths.ts';
import type { RecordedPath } from './recorded-paths.ts';
import { answerAll, expectedAsRecorded, replay } from './replay.ts';

/** A flow, and the day on which it was recorded. */
export interface Flow {
  readonly flow: string;
  readonly today: string;
}

/** How a flow of ours compares with what was recorded. Every list holds sentences that say what is wrong. */
export interface Measured {
  readonly paths: number;
  readonly sameOutcome: number;
  readonly otherOutcomes: readonly string[];
  /** Different texts that were recorded. */
  readonly texts: number;
  /** Those of them that exactly one of our notices stands for. */
  readonly toldApart: number;
  readonly confused: readonly string[];
  /** Questions on a path: on average over the paths, and to be expected when answers are equally likely. */
  readonly theirs: { readonly mean: number; readonly expected: number };
  readonly ours: { readonly mean: number; readonly expected: number };
  /** What is wrong with our order of questions. */
  readonly faults: readonly string[];
}

/** Plays every recorded path of a flow, with the recorded answers and in our own order. */
export function measureFlow(engine: Engine, { flow, today }: Flow): Measured {
  const begin = engine.begin({ today, items: [flow] });
  const paths = readPaths(flow);
  const replies = answerAll(engine, begin, paths);
  const results = new Map([...replies].map(([path, reply]) => [path, resultsOf(reply)]));
  const said = (path: RecordedPath) => (results.get(path) ?? []).join('\n');
  const outcomes = new Set(paths.map(({ outcome }) => outcome));
  const others = paths.filter((path) => !reaches(path, results.get(path) ?? [], outcomes));
  const confused = confusedTexts(paths, said);
  const texts = new Set(paths.map(({ text }) => text)).size;
  const played = replay(engine, begin, paths);
  const otherEnds = [...played.replies]
    .filter(([path, reply]) => resultsOf(reply).join('\n') !== said(path))
    .map(([path]) => `our questions end in another notice than all answers do: ${tellAnswers(path)}`);
  const sum = (count: (path: RecordedPath) => number) => paths.reduce((total, path) => total + count(path), 0);
  return {
    paths: paths.length,
    sameOutcome: paths.length - others.length,
    otherOutcomes: others.map((path) => `${path.outcome}, but we say: ${said(path)}`),
    texts,
    toldApart: texts - confused.size,
    confused: [...confused.values()],
    theirs: { mean: sum(({ answers }) => answers.size) / paths.length, expected: expectedAsRecorded(paths) },
    ours: { mean: sum((path) => played.asked.get(path) ?? 0) / paths.length, expected: played.expected },
    faults: [...played.faults, ...otherEnds],
  };
}

/** The results of a finished notice; an undecided line counts as none. */
function resultsOf(reply: Reply): readonly string[] {
  if (reply.kind !== 'notice') return [`no notice but ${reply.kind}`];
  return reply.notice.results.map(({ text, when }) => (when === undefined ? text : `undecided: ${text}`));
}

/** Whether exactly one line names an outcome of the flow, and names this one. */
function reaches(path: RecordedPath, results: readonly string[], outcomes: ReadonlySet<string>): boolean {
  // Outcomes whose texts are the same, word for word, are one line: "this or that".
  const named = results.map((line) => (line.split(' · ')[0] ?? '').split(' or ').filter((name) => outcomes.has(name)));
  const lines = named.filter((names) => names.length > 0);
  return lines.length === 1 && lines[0]?.includes(path.outcome) === true;
}

/** Recorded texts that have several notices of ours, or share one with another text. */
function confusedTexts(paths: readonly RecordedPath[], said: (path: RecordedPath) => string) {
  const confused = new Map<string, string>();
  const noticeOf = new Map<string, RecordedPath>();
  const textOf = new Map<string, RecordedPath>();
  for (const path of paths) {
    const same = noticeOf.get(path.text) ?? path;
    const alike = textOf.get(said(path)) ?? path;
    noticeOf.set(path.text, same);
    textOf.set(said(path), alike);
    if (said(same) !== said(path))
      confused.set(path.text, `one text, two notices: ${tellAnswers(same)} and ${tellAnswers(path)}`);
    if (alike.text !== path.text)
      confused.set(path.text, `two texts, one notice: ${tellAnswers(alike)} and ${tellAnswers(path)}`);
  }
  return confused;
}
