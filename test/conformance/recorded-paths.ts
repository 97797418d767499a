import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerValue } from '@onetrip/engine';
import { repository } from '../support/paths.ts';
import { inOurWords } from './our-words.ts';

/** Records of what GOV.UK answered, kept beside the repository by those who check conformance; not part of it. */
const folder = join(repository, '..', 'shared', 'conformance', 'govuk');

/** Whether the records are at hand. */
export const recorded = existsSync(folder);

/** One recorded way through a flow: what was answered, and what was said in the end. */
export interface RecordedPath {
  /** By our question ids, in the order in which GOV.UK asked. */
  readonly answers: ReadonlyMap<string, AnswerValue>;
  readonly outcome: string;
  /** Equal for two paths that were told the same, word for word. */
  readonly text: string;
}

/** Reads every recorded path of a flow. */
export function readPaths(flow: string): readonly RecordedPath[] {
  const lines = readFileSync(join(folder, `${flow}.tsv`), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [pairs = '', outcome, text] = line.split('\t');
    if (line.startsWith('#') || outcome === undefined || text === undefined) return [];
    const answers = pairs.split('; ').map((pair) => {
      const [question = '', answer = ''] = pair.split('=');
      return inOurWords(flow, question, answer);
    });
    return [{ answers: new Map(answers), outcome, text }];
  });
}

/** The answers of a path, for a sentence about it. */
export function tellAnswers({ answers }: RecordedPath): string {
  return `{ ${[...answers].map(([id, value]) => `${id}: ${value}`).join(', ')} }`;
}
