import { maskPersonal } from './mask-personal.ts';

/** Digits and what may stand between them, as long as the shortest and the longest number of a person. */
const NUMBER = /^[\d_-]{10,30}x?$/i;

/** Whether an id that a client made up is a telephone, card or identity number and nothing else; quick for a real id. */
export function isPersonal(id: string): boolean {
  return NUMBER.test(id) && maskPersonal(id) !== id;
}
