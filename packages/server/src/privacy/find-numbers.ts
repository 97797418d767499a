import { classifyNumber } from './classify-number.ts';
import type { NumberGroup } from './number-groups.ts';
import { numberGroups } from './number-groups.ts';
import type { PersonalKind, PersonalSpan } from './personal-kind.ts';
import { isResidentId } from './resident-id.ts';

/** The most groups one number is written in: 1101 0519 4912 3100 2X. */
const MOST_GROUPS = 6;
const LONGEST_NUMBER = 24;

/** Finds resident ids, telephone numbers and bank cards, in groups or not. */
export function findNumbers(text: string): readonly PersonalSpan[] {
  const groups = numberGroups(text);
  const spans: PersonalSpan[] = [];
  for (let at = 0; at < groups.length;) {
    const found = findFrom(text, groups, at);
    spans.push(...(found?.spans ?? []));
    at += found?.used ?? 1;
  }
  return spans;
}

interface Found {
  readonly spans: readonly PersonalSpan[];
  readonly used: number;
}

/** The longest number that begins with this group. */
function findFrom(text: string, groups: readonly NumberGroup[], at: number): Found | undefined {
  for (const taken of runsFrom(groups, at)) {
    const kind = kindOf(text, taken);
    const [first, last] = [taken[0], taken.at(-1)];
    if (!kind || !first || !last) continue;
    const end = kind === 'resident-id' && sizeOf(taken) === 17 ? endOfX(text, last.end) : last.end;
    return { spans: [{ kind, start: startOf(text, { start: first.start, end }), end }], used: taken.length };
  }
  const group = groups[at];
  const inside = group ? findInside(group) : [];
  return inside.length > 0 ? { spans: inside, used: 1 } : undefined;
}

/** What can be one number from this group on, longest first. */
function runsFrom(groups: readonly NumberGroup[], at: number): readonly (readonly NumberGroup[])[] {
  const runs: NumberGroup[][] = [];
  let run: NumberGroup[] = [];
  for (const group of groups.slice(at, at + MOST_GROUPS)) {
    run = [...run, group];
    if (sizeOf(run) > LONGEST_NUMBER) break;
    runs.unshift(run);
    if (!group.joined) break;
  }
  return runs;
}

function sizeOf(groups: readonly NumberGroup[]): number {
  return groups.reduce((size, { digits }) => size + digits.length, 0);
}

function kindOf(text: string, groups: readonly NumberGroup[]): PersonalKind | undefined {
  const [first, last] = [groups[0], groups.at(-1)];
  if (!first || !last) return undefined;
  const digits = groups.map((group) => group.digits).join('');
  const hasX = digits.length === 17 && endOfX(text, last.end) > last.end;
  const number = hasX ? `${digits}X` : digits;
  // Nothing but an id has its checksum, so it is one even where letters and digits follow.
  if (number.length === 18 && isResidentId(number)) return 'resident-id';
  if (groups.some(({ inCode }) => inCode)) return undefined;
  return classifyNumber({
    number,
    sizes: groups.map((group) => group.digits.length),
    international: hasPlus(text, first.start),
  });
}

/** Where the check character X ends, which may stand apart; the same place when there is none. */
function endOfX(text: string, end: number): number {
  const x = /^[- ]{0,2}x/i.exec(text.slice(end, end + 3));
  return end + (x?.[0].length ?? 0);
}

function hasPlus(text: string, start: number): boolean {
  return /(?:^|[^\d+])\+\(?$/.test(text.slice(Math.max(0, start - 3), start));
}

/** The plus in front belongs to the number, and a bracket that is closed inside it. */
function startOf(text: string, { start, end }: { readonly start: number; readonly end: number }): number {
  const closes = text.slice(start, end).includes(')');
  const front = (closes ? /\+?\(\+?$/ : /\+$/).exec(text.slice(Math.max(0, start - 3), start));
  return start - (front?.[0].length ?? 0);
}

/** Resident ids in a longer row of digits, and what is left of it: an id and a mobile without a blank between. */
function findInside({ digits, start }: NumberGroup): readonly PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  let from = 0;
  for (let at = 0; at + 18 <= digits.length;) {
    const isId = isResidentId(digits.slice(at, at + 18));
    if (isId) {
      spans.push(...findWhole(digits.slice(from, at), start + from));
      spans.push({ kind: 'resident-id', start: start + at, end: start + at + 18 });
      from = at + 18;
    }
    at += isId ? 18 : 1;
  }
  return from === 0 ? [] : [...spans, ...findWhole(digits.slice(from), start + from)];
}

function findWhole(number: string, start: number): readonly PersonalSpan[] {
  const kind = classifyNumber({ number, sizes: [number.length], international: false });
  return kind ? [{ kind, start, end: start + number.length }] : [];
}
