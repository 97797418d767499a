import type { AnsweredQuestion, FactReply, Reply, SectionLine } from '@onetrip/engine';
import { sentences } from '../text/zh-cn.ts';
import type { Menu } from './menu.ts';

/** What was taken from the person's own words, said back in one line; nothing when nothing was. */
export function understoodLines(understood: readonly AnsweredQuestion[]): readonly string[] {
  return understood.length === 0 ? [] : [sentences.understood(understood.map((answer) => answer.label).join('、'))];
}

/** A menu as lines: `1 领了`, and `0 不清楚` last. */
export function menuLines(menu: Menu): readonly string[] {
  const lines = menu.choices.map((choice) => `${choice.mark} ${choice.label}`);
  if (menu.zero === undefined) return lines;
  return [...lines, `0 ${menu.zero.kind === 'unsure' ? sentences.notSure : sentences.noneOfThese}`];
}

/** The last line of everything that is sent: the words that always work, 不清楚 only where a question stands. */
export function commandLine(reply: Reply, asking: boolean): string {
  const words: string[] = [...sentences.commands];
  if (asking) words.push(sentences.notSure);
  if (reply.answered.length > 0) words.push(sentences.changeCommand);
  return words.join('　');
}

/** The answer to a question about one thing only, as headed lists. */
export function factLines(reply: FactReply): readonly string[] {
  return reply.sections.flatMap((section) => [
    ...(section.title === '' ? [] : [`【${section.title}】`]),
    ...section.lines.flatMap(sectionLines),
  ]);
}

function sectionLines(line: SectionLine): readonly string[] {
  const text = `${line.when === undefined ? '' : sentences.doubt(line.when)}${line.text}`;
  return [line.local ? `${text}（${sentences.local}）` : text, ...line.details.map((detail) => `　${detail}`)];
}
