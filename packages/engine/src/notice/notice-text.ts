import type { Locale } from '../model/consultation.ts';
import type { Notice, NoticeSection, SectionLine } from '../model/notice.ts';
import type { Sentences } from '../text/sentences.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { noticeSections } from './notice-sections.ts';

/** What sets the quieter lines of an entry off; `cutText` never cuts before one while it can help it. */
const indent = '   ';

/** A notice as plain text, whole: for a chat, a text message, or a printer without a page. */
export function noticeText(notice: Notice, locale: Locale = 'zh-CN'): string {
  const sentences = sentencesOf(locale);
  const citations = notice.sources.map((source) => sentences.notice.source(source));
  const blocks = [
    head(notice, sentences),
    ...noticeSections(notice, locale).map((section) => sectionText(section, citations, sentences)),
    sourceList(notice, sentences),
    foot(notice, sentences),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function head({ number, items, facts }: Notice, { notice }: Sentences): readonly string[] {
  const said = facts.map(({ name, label, unsure }) => (unsure ? notice.unsureFact(name) : label));
  return [
    `【${number === undefined ? notice.title : `${notice.title} ${number}`}】`,
    ...items.map(({ title }) => title),
    ...(said.length === 0 ? [] : [notice.facts(said)]),
  ];
}

function sectionText(
  { id, title, lines }: NoticeSection,
  citations: readonly string[],
  sentences: Sentences,
): readonly string[] {
  const isList = id === 'materials' || id === 'maybe' || id === 'steps' || id === 'first';
  // What is true of the whole section is said once, in its heading.
  const isLocal = lines.length > 1 && lines.every(({ local }) => local);
  const numbered = isList && (lines.length > 1 || id !== 'first') && lines.every(isEntry);
  return [
    isLocal ? `${title}（${sentences.notice.local}）` : title,
    ...lines.flatMap((line, index) => {
      const mark = numbered ? `${index + 1}. ` : '';
      return lineText(isLocal ? { ...line, local: false } : line, mark, citations, sentences);
    }),
  ];
}

/** "Nothing to bring" is a sentence, not the first of a count. */
function isEntry({ id }: SectionLine): boolean {
  return id !== 'nothing-to-bring';
}

function lineText(
  line: SectionLine,
  mark: string,
  citations: readonly string[],
  { notice }: Sentences,
): readonly string[] {
  // A material and how much of it belong on one line: that is the line a person reads at the door.
  const isOneMaterial = line.tick && !line.text.startsWith(notice.anyOne);
  const [amount, ...rest] = isOneMaterial ? line.details : ['', ...line.details];
  const text = amount === undefined || amount === '' ? line.text : notice.ofItem(line.text, amount);
  // A condition that ends in a list stands by itself: what followed it would read as part of the list.
  const isLong = line.when?.includes('；') ?? false;
  const when =
    line.when === undefined || isLong
      ? ''
      : notice.when(line.when, isOneMaterial ? 'material' : line.tick ? 'choice' : 'line');
  const local = line.local && !line.text.includes(notice.localWords) ? `（${notice.local}）` : '';
  const numbers = line.sources.map((source) => `[${citations.indexOf(source) + 1}]`).join('');
  const details = [...(isLong && line.when !== undefined ? [line.when] : []), ...rest];
  return [`${mark}${when}${text}${local}${numbers}`, ...details.map((detail) => `${indent}${detail}`)];
}

function sourceList({ sources }: Notice, { notice }: Sentences): readonly string[] {
  if (sources.length === 0) return [];
  const cited = sources.map(notice.source);
  return [
    notice.sourcesTitle,
    ...sources.flatMap(({ date }, index) => {
      const citation = cited[index] ?? '';
      // Two passages cited alike keep the number of the first, so that every number in the text leads somewhere.
      return cited.indexOf(citation) < index ? [] : [`[${index + 1}] ${citation}，${notice.sourceDate(date)}`];
    }),
  ];
}

function foot({ knowledge, today, region }: Notice, { notice }: Sentences): readonly string[] {
  return [
    notice.ruleDate(knowledge.date),
    notice.version(knowledge.version),
    notice.judgedOn(today),
    ...(region.fictional ? [notice.fictional(region.name)] : []),
  ];
}
