import type { Reply } from '@onetrip/engine';
import type { Words } from '../text/words.ts';

/**
 * What the status region says when a reply arrives: text only, what is new first, then how many options there are.
 *
 * @param focusMoves the new question takes focus, which reads it out already.
 */
export function announcementOf(reply: Reply, words: Words, focusMoves: boolean): string {
  return [...reply.say, ...matterOf(reply, words, focusMoves)].filter((part) => part !== '').join(' ');
}

function matterOf(reply: Reply, words: Words, focusMoves: boolean): readonly string[] {
  switch (reply.kind) {
    case 'ask': {
      const options = words.question.options(reply.question.options.length + 1);
      return focusMoves ? [options] : [reply.question.text, options];
    }
    case 'choose':
      return [words.question.options(reply.candidates.length)];
    case 'notice':
      return focusMoves ? [words.notice] : [words.notice, ...reply.notice.items.map(({ title }) => title)];
    case 'fact':
      return reply.sections.flatMap(({ title, lines }) => [title, ...lines.map(({ text }) => text)]);
    case 'handoff':
      return [`${words.handoff.phone} ${reply.phone}`];
    case 'not-found':
    case 'problem':
      return [];
  }
}
