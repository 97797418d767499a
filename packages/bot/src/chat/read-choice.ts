import type { Input } from '@onetrip/engine';
import type { Choice, Menu, MenuAct } from './menu.ts';
import { plainWords } from './plain-words.ts';
import { readNumber, readNumbers } from './read-number.ts';

/**
 * What a message picks from the menu last printed, or `undefined` when it is free text.
 *
 * The whole label comes before a number, so that an option called “一” stays reachable; a part of a label counts
 * only when it has two characters and fits one option alone.
 */
export function readChoice(message: string, menu: Menu): MenuAct | undefined {
  const words = plainWords(message);
  if (words === '') return undefined;
  const exact = menu.choices.filter((choice) => plainWords(choice.label) === words);
  if (exact.length === 1) return exact[0]?.input;
  return readMarks(words, menu) ?? readPart(words, menu.choices);
}

function readMarks(words: string, menu: Menu): MenuAct | undefined {
  if (menu.zero !== undefined && readNumber(words) === 0) return menu.zero;
  const single = findByMark(readMark(words), menu.choices);
  if (single !== undefined) return single.input;
  if (!menu.several) return undefined;
  const picked = readNumbers(words)?.map((number) => findByMark(String(number), menu.choices));
  return picked?.every((choice) => choice !== undefined) ? joinInputs(picked.map((choice) => choice.input)) : undefined;
}

function readMark(words: string): string | undefined {
  const letter = /^(?:我?选择?|回复?)?\s*([a-z])(?:项|吧)?$/u.exec(words)?.[1];
  return letter?.toUpperCase() ?? readNumber(words)?.toString();
}

function findByMark(mark: string | undefined, choices: readonly Choice[]): Choice | undefined {
  return choices.find((choice) => choice.mark === mark);
}

function readPart(words: string, choices: readonly Choice[]): Input | undefined {
  if (words.length < 2) return undefined;
  const fitting = choices.filter((choice) => plainWords(choice.label).includes(words));
  return fitting.length === 1 ? fitting[0]?.input : undefined;
}

/** “1 2” on a list of items chooses both. */
function joinInputs(inputs: readonly Input[]): Input | undefined {
  const items = inputs.flatMap((input) => (input.kind === 'choose' ? input.items : []));
  return items.length > 0 ? { kind: 'choose', items: [...new Set(items)] } : undefined;
}
