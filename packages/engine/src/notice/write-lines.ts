import type { NoticeFee, NoticeLine } from '../model/notice.ts';
import type { DueLine } from './due-line.ts';
import { keyOf } from './simplify-condition.ts';
import { doubtOf, grounds, itemWords, joinNotes, offer } from './scribe.ts';
import type { Scribe } from './scribe.ts';

/** How a kind of line is written. */
export interface LineStyle<Line extends DueLine> {
  readonly text: (line: Line) => string;
  /** An item that can be added from the line. */
  readonly item?: (line: Line) => string | undefined;
  readonly note?: (line: Line) => string | undefined;
  /** Each item keeps its own lines even where they say the same: steps are done once for each. */
  readonly apart?: boolean;
}

/**
 * Writes lines of sentences. What several items say alike is one line; in a trip of several items, a line that is
 * not true of all of them begins with the name of its item.
 */
export function writeLines<Line extends DueLine>(
  lines: readonly Line[],
  style: LineStyle<Line>,
  scribe: Scribe,
): readonly NoticeLine[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const alike = JSON.stringify([
      style.text(line),
      style.note?.(line),
      line.open === undefined ? '' : keyOf(line.open),
      style.item?.(line),
      style.apart === true ? [line.item, line.obligation.id] : '',
    ]);
    groups.set(alike, [...(groups.get(alike) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const base = grounds(scribe, group);
    return {
      id: `${first.item}/${first.obligation.id}`,
      text: nameItems(style.text(first), base.items, scribe),
      ...joinNotes([style.note?.(first), ...group.map(({ obligation }) => obligation.note)]),
      ...doubtOf(scribe, first.open),
      ...base,
      ...offer(scribe, style.item?.(first)),
    };
  });
}

/** Charges: each is paid by itself, so none are merged. */
export function writeFees(lines: readonly DueLine<'fee'>[], scribe: Scribe): readonly NoticeFee[] {
  return lines.map((line) => ({
    id: `${line.item}/${line.obligation.id}`,
    text: nameItems(line.obligation.label, [line.item], scribe),
    ...joinNotes([line.obligation.note]),
    ...doubtOf(scribe, line.open),
    ...grounds(scribe, [line]),
    ...(line.obligation.amount === undefined ? {} : { amount: line.obligation.amount }),
    currency: line.obligation.currency,
  }));
}

/** The sum of the certain charges in yuan; absent when the window alone knows one of them. */
export function totalOf(fees: readonly NoticeFee[]): { readonly total?: number } {
  const certain = fees.filter(({ when }) => when === undefined);
  if (certain.some(({ amount }) => amount === undefined)) return {};
  const fen = certain.reduce((sum, { amount = 0 }) => sum + Math.round(amount * 100), 0);
  return { total: fen / 100 };
}

function nameItems(text: string, items: readonly string[], scribe: Scribe): string {
  if (items.length === scribe.trip.length) return text;
  const names = items.map((item) => itemWords(scribe, item).name);
  // 普通护照工本费 says itself whose charge it is.
  return names.every((name) => text.startsWith(name)) ? text : scribe.words.ofItems(names, text);
}
