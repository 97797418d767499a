import type { AskedQuestion, Input, Reply } from '@onetrip/engine';

/** What a person might do next, drawn by chance; undefined when they have what they came for. */
export function nextInput(reply: Reply, random: () => number): Input | undefined {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  switch (reply.kind) {
    case 'choose': {
      const candidate = pick(reply.candidates);
      return candidate && { kind: 'choose', items: [candidate.item] };
    }
    case 'ask':
      return react(reply.question, random);
    case 'fact':
    case 'problem':
      return reply.question ? answer(reply.question, random) : undefined;
    case 'notice': {
      const fact = pick(reply.answered);
      return fact && random() < 0.25 ? { kind: 'change', question: fact.question } : undefined;
    }
    case 'handoff':
    case 'not-found':
      return undefined;
  }
}

/** Mostly an answer; sometimes a doubt, a question back, or a step back. */
function react(question: AskedQuestion, random: () => number): Input {
  const mood = random();
  if (mood < 0.06) return { kind: 'unsure', question: question.id };
  if (mood < 0.09) return { kind: 'why', question: question.id };
  if (mood < 0.12) return { kind: 'back' };
  if (mood < 0.15) return { kind: 'aspect', aspect: 'fee' };
  return answer(question, random);
}

function answer(question: AskedQuestion, random: () => number): Input {
  const option = question.options[Math.floor(random() * question.options.length)];
  return option
    ? { kind: 'answer', question: question.id, value: option.value }
    : { kind: 'unsure', question: question.id };
}
