import type { AnsweredQuestion, Input } from '@onetrip/engine';
import { plainWords } from './plain-words.ts';
import { readNumber } from './read-number.ts';

/** What a fixed command asks for: an input for the engine, or the list of answers to change. */
export type Command = Input | { readonly kind: 'list-answers' };

/** What the commands need to know of the conversation. */
export interface CommandContext {
  /** The question that now stands, if any. */
  readonly asking: string | undefined;
  readonly answered: readonly AnsweredQuestion[];
}

const fixed: Readonly<Record<string, Input>> = {
  返回: { kind: 'back' },
  上一步: { kind: 'back' },
  退回: { kind: 'back' },
  重来: { kind: 'restart' },
  重新开始: { kind: 'restart' },
  从头来: { kind: 'restart' },
  人工: { kind: 'ask-for-clerk' },
  转人工: { kind: 'ask-for-clerk' },
  人工服务: { kind: 'ask-for-clerk' },
  再说一遍: { kind: 'repeat' },
  重复: { kind: 'repeat' },
};

const notSure = ['不清楚', '不知道', '不确定', '不晓得', '说不好'];
const whyWords = ['为什么', '为啥', '为什么问这个', '问这个干什么', '问这干嘛'];

/** The fixed command a message holds (返回, 重来, 人工, 不清楚, 为什么, 改 …), or `undefined`. */
export function readCommand(message: string, context: CommandContext): Command | undefined {
  const words = plainWords(message);
  const { asking } = context;
  if (asking !== undefined && notSure.includes(words)) return { kind: 'unsure', question: asking };
  if (asking !== undefined && whyWords.includes(words)) return { kind: 'why', question: asking };
  return fixed[words] ?? readChange(words, context.answered);
}

/** “改”, “改 2”, “改 办理原因”. A 改 that names no answer (改名字) is not a command. */
function readChange(words: string, answered: readonly AnsweredQuestion[]): Command | undefined {
  const rest = /^(?:修改|更改|改)(?:一下)?[\s::]*(.*)$/su.exec(words)?.[1];
  if (rest === undefined) return undefined;
  if (rest === '') return { kind: 'list-answers' };
  const found = answered[(readNumber(rest) ?? 0) - 1] ?? findAnswer(rest, answered);
  return found === undefined ? undefined : { kind: 'change', question: found.question };
}

function findAnswer(words: string, answered: readonly AnsweredQuestion[]): AnsweredQuestion | undefined {
  const exact = answered.find((answer) => plainWords(answer.name) === words);
  if (exact !== undefined) return exact;
  const fitting = answered.filter(
    (answer) => plainWords(answer.name).includes(words) || plainWords(answer.label) === words,
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}
