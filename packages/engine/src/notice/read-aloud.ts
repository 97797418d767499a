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
  const said = [spoken.trip(titles), ...noticeSections(notice).flatMap((section) => readSection(section)), spoken.end];
  return said.map(speakable).flatMap((text) => shortSentences(text));
}

function readSection(section: NoticeSection): readonly string[] {
  const { id, title, lines } = section;
  const isCounted = counted.includes(id) && lines.every((line) => line.id !== 'nothing-to-bring');
  if (!isCounted) return [title, ...lines.flatMap((line) => readLine(line))];
  const opening = id === 'first' ? spoken.first : id === 'materials' ? spoken.count : spoken.maybe;
  const nth = id === 'first' ? spoken.nthStep : spoken.nth;
  return [
    opening(lines.length),
    ...lines.flatMap((line, index) => readLine(line, lines.length > 1 ? nth(index + 1) : undefined)),
  ];
}

function readLine({ text, when, details, local, tick }: SectionLine, position?: string): readonly string[] {
  const { anyOne, local: localWords } = sentences.notice;
  const isChoice = tick && text.startsWith(anyOne);
  const [amount, ...rest] = tick && !isChoice ? details : ['', ...details];
  const said = isChoice ? spoken.anyOne : text;
  const name = when !== undefined && tick && !isChoice ? `${spoken.bring}${said}` : said;
  // A condition is one thought, however many marks are in it.
  const line = [position, when?.replace(/；/gu, '，'), name, amount]
    .filter((part) => part !== undefined && part !== '')
    .join('，');
  return [line, ...rest, ...(local ? [localWords] : [])];
}

/** One thought a sentence: whatever is joined by a semicolon is said by itself. */
function shortSentences(text: string): readonly string[] {
  return text
    .split(/[；。]/u)
    .map((part) => part.replace(/^[，：\s]+|[，：\s]+$/gu, ''))
    .filter((part) => part !== '')
    .map((part) => (/[？]$/u.test(part) ? part : `${part}。`));
}
