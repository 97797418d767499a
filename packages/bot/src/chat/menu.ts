import type { AskedQuestion, Input } from '@onetrip/engine';

/** The choices last printed for one person: what a bare number means, until the next message replaces it. */
export interface Menu {
  readonly choices: readonly Choice[];
  /** What `0` means here; absent when `0` means nothing. */
  readonly zero?: MenuAct;
  /** Several choices may be taken at once (“1 2”). */
  readonly several: boolean;
  /** The question it was printed under, when a typed number or date may answer it as well. */
  readonly question?: AskedQuestion;
}

/** One printed line of a menu. */
export interface Choice {
  /** `1`, or `A` where a bare number is itself an answer. */
  readonly mark: string;
  readonly label: string;
  readonly input: Input;
}

/** An input for the engine, or something that the chat answers by itself. */
export type MenuAct = Input | { readonly kind: 'none-of-these' };

/** The menu when nothing is offered. */
export const emptyMenu: Menu = { choices: [], several: false };

/** Numbers the lines of a menu from 1. */
export function numberChoices(lines: readonly { readonly label: string; readonly input: Input }[]): readonly Choice[] {
  return lines.map((line, index) => ({ mark: String(index + 1), ...line }));
}

/** Letters the lines of a menu from A, for questions to which a bare number is itself an answer. */
export function letterChoices(lines: readonly { readonly label: string; readonly input: Input }[]): readonly Choice[] {
  return lines.map((line, index) => ({ mark: String.fromCharCode(65 + index), ...line }));
}
