import type { Engine, Input, Turn } from '@onetrip/engine';

/** What somebody might do next: mostly answer, now and then anything else, sometimes what makes no sense. */
export function nextInput(engine: Engine, { consultation, reply }: Turn, draw: number): Input {
  const { items, materials, questions } = engine.knowledge;
  const item = items[draw % items.length]?.id ?? '';
  const question = consultation.asking ?? questions[draw % questions.length]?.id ?? '';
  const material = materials[draw % materials.length]?.id ?? '';
  const options = reply.kind === 'ask' ? reply.question.options : [];
  const value = options[draw % Math.max(1, options.length)]?.value ?? '';
  const answer: Input = { kind: 'answer', question, value };
  const others: readonly Input[] = [
    ...[{ kind: 'choose', items: [item] } as const, { kind: 'add', item } as const, { kind: 'remove', item } as const],
    ...[{ kind: 'unsure', question } as const, { kind: 'change', question } as const, { kind: 'back' } as const],
    ...[{ kind: 'lack', material } as const, { kind: 'have', material } as const, { kind: 'repeat' } as const],
    ...[{ kind: 'why', question } as const, { kind: 'aspect', aspect: 'fee' } as const, { kind: 'restart' } as const],
    ...[{ kind: 'say', text: items[draw % items.length]?.title ?? '' } as const, { kind: 'ask-for-clerk' } as const],
  ];
  if (reply.kind === 'choose') return { kind: 'choose', items: [item] };
  return draw % 3 === 0 ? (others[draw % others.length] ?? answer) : answer;
}
