import type { Notice } from '@onetrip/engine';
import { canonicalJson, hashOfJson } from './canonical-json.ts';

/** A notice with its number, as it is kept. */
export interface NumberedNotice {
  readonly notice: Notice;
  /** As canonical JSON. */
  readonly text: string;
  /** SHA-256 of the text. */
  readonly hash: string;
}

/** The members of a notice in canonical JSON, before and behind the place where its number belongs. */
interface AroundNumber {
  readonly before: string;
  readonly behind: string;
}

/** The same notice is given to many people, each under a number of their own; only the number is written anew. */
const around = new WeakMap<Notice, AroundNumber>();

/** Gives a notice its number. */
export function numberedNotice(written: Notice, number: string): NumberedNotice {
  const { before, behind } = around.get(written) ?? canonicalAround(written);
  const text = `{${[before, `"number":${JSON.stringify(number)}`, behind].filter((part) => part !== '').join(',')}}`;
  return { notice: { ...written, number }, text, hash: hashOfJson(text) };
}

function canonicalAround(written: Notice): AroundNumber {
  const members = Object.entries(written);
  // Canonical JSON sorts keys by their UTF-16 units, as comparing strings does.
  const before = membersOnly(members.filter(([key]) => key < 'number'));
  const behind = membersOnly(members.filter(([key]) => key > 'number'));
  around.set(written, { before, behind });
  return { before, behind };
}

function membersOnly(members: readonly (readonly [string, unknown])[]): string {
  return canonicalJson(Object.fromEntries(members)).slice(1, -1);
}
