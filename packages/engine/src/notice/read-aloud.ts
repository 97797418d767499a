import type { Notice, NoticeSection, SectionId, SectionLine } from '../model/notice.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { spokenZhCn as spoken } from '../text/spoken-sentences.ts';
import { noticeSections } from './notice-sections.ts';
import { speakable } from './speakable.ts';

const sentences = sentencesOf('zh-CN');

/** Sections that open with their count. */
const counted: readonly SectionId[] = ['first', 'materials', 'maybe'];

/**
 * A notice as short sentences for the telephone: the count first, then one paper at a time, numbers digit by digit
 * where they are dialled. A clerk can stop after any sentence and go on from there.
 */
export function readAloud(notice: Notice): readonly string[] {
  const titles = notice.items.map(({ title }) => title);
  const sections = noticeSections(notice).map(readSection);
  const said = [spoken.trip(titles), ...withoutRepeatedAdvice(sections.flat()), spoken.end];
  return said.map(speakable).flatMap((text) => shortSentences(text));
}

/** How to settle a doubt need be heard only once, however many lines hang on it. */
function withoutRepeatedAdvice(lines: readonly string[]): readonly string[] {
  const advice = sentences.notice.find([]);
  return lines.filter((line, index) => !line.startsWith(advice) || lines.indexOf(line) === index);
}

function readSection({ id, title, lines }: NoticeSection): readonly string[] {
  const isCounted = counted.includes(id) && lines.every((line) => line.id !== 'nothing-to-bring');
  const opening = id === 'first' ? spoken.first : id === 'materials' ? spoken.count : spoken.maybe;
  const nth = id === 'first' ? spoken.nthStep : spoken.nth;
  // What is true of the whole section is said once, at its end.
  const isLocal = lines.length > 1 && lines.every(({ local }) => local);
  return [
    isCounted ? opening(lines.length) : title,
    ...lines.flatMap((line, index) => {
      const position = isCounted && lines.length > 1 ? nth(index + 1) : undefined;
      return readLine(isLocal ? { ...line, local: false } : line, position);
    }),
    ...(isLocal ? [spoken.allLocal] : []),
  ];
}

function readLine(line: SectionLine, position?: string): readonly string[] {
  const { anyOne, local, localWords } = sentences.notice;
  const isChoice = line.tick && line.text.startsWith(anyOne);
  const [amount, ...rest] = line.tick && !isChoice ? line.details : ['', ...line.details];
  const said = isChoice ? spoken.anyOne : line.text;
  const name = line.when !== undefined && line.tick && !isChoice ? `${spoken.bring}${said}` : said;
  // A condition is one thought, however many marks are in it.
  const when = line.when?.replace(/；/gu, '，');
  const where = line.local && !line.text.includes(localWords) ? local : undefined;
  const parts = [position, when, name, amount, where].filter((part) => part !== undefined && part !== '');
  return [parts.join('，'), ...rest];
}

/** One thought a sentence: whatever is joined by a semicolon is said by itself. */
function shortSentences(text: string): readonly string[] {
  return text
    .split(/[；。]/u)
    .map((part) => part.replace(/^[，：\s]+|[，：\s]{1,9}$/gu, ''))
    .filter((part) => part !== '')
    .map((part) => (/[？]$/u.test(part) ? part : `${part}。`));
}
