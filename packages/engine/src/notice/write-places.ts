import type { NoticePlace } from '../model/notice.ts';
import type { Hall, Window } from '../model/region.ts';
import type { DueLine } from './due-line.ts';
import { keyOf } from './simplify-condition.ts';
import { hoursInWords } from './opening-hours.ts';
import { doubtOf, grounds, joinNotes } from './scribe.ts';
import type { Scribe } from './scribe.ts';

type PlaceLine = DueLine<'place'>;

/** Where to go: each hall once with all its windows in the order of the building, then places known only in words. */
export function writePlaces(lines: readonly PlaceLine[], scribe: Scribe): readonly NoticePlace[] {
  const groups = new Map<string, PlaceLine[]>();
  for (const line of lines) {
    const key = placeKey(line);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const places = [...groups].map(([key, group]) => writePlace(key, group, scribe));
  return [...places.filter(({ hall }) => hall !== undefined), ...places.filter(({ hall }) => hall === undefined)];
}

function placeKey({ obligation: { hall, say }, open }: PlaceLine): string {
  return [hall ?? `say/${say ?? ''}`, ...(open === undefined ? [] : [keyOf(open)])].join('/');
}

function writePlace(key: string, lines: readonly PlaceLine[], scribe: Scribe): NoticePlace {
  const [first] = lines;
  const hall = scribe.knowledge.region.halls.find(({ id }) => id === first?.obligation.hall);
  const says = lines.map(({ obligation }) => obligation.say);
  const common = {
    id: `place/${key}`,
    ...doubtOf(scribe, first?.open),
    ...grounds(scribe, lines),
  };
  const notes = lines.map(({ obligation }) => obligation.note);
  if (hall === undefined) {
    return { ...common, text: says[0] ?? '', ...joinNotes(notes), windows: [], hours: [], access: [] };
  }
  const wanted = new Set(lines.flatMap(({ obligation }) => obligation.windows ?? []));
  const windows = hall.windows.filter(({ id }) => wanted.has(id)).sort(inBuildingOrder);
  return {
    ...common,
    text: hall.name,
    ...joinNotes([...says, ...notes, ...windowPhones(windows, hall, scribe)]),
    hall: hall.id,
    address: hall.address,
    ...windowList(windows, scribe),
    phone: windows.length === 1 ? (windows[0]?.phone ?? hall.phone) : hall.phone,
    hours: hoursInWords(hall.hours, scribe.situation.today, scribe.words),
    access: hall.access,
  };
}

function inBuildingOrder(a: Window, b: Window): number {
  return a.floor - b.floor || firstNumber(a) - firstNumber(b) || (a.id < b.id ? -1 : 1);
}

function firstNumber({ numbers }: Window): number {
  return Number(/\d+/u.exec(numbers)?.[0] ?? Infinity);
}

/** One floor is said once; several floors are said with each window. */
function windowList(windows: readonly Window[], { words }: Scribe): Pick<NoticePlace, 'floor' | 'windows'> {
  const [first] = windows;
  const oneFloor = windows.every(({ floor }) => floor === first?.floor);
  return {
    ...(first !== undefined && oneFloor ? { floor: first.floor } : {}),
    windows: windows.map(({ name, numbers, low, floor }) => ({
      name: oneFloor ? name : words.windowOnFloor(floor, name),
      numbers,
      low,
    })),
  };
}

/** With several windows, `phone` is the hall's; a window's own number must not be lost. */
function windowPhones(windows: readonly Window[], hall: Hall, { words }: Scribe): readonly string[] {
  if (windows.length < 2) return [];
  return windows.flatMap(({ name, phone }) =>
    phone === undefined || phone === hall.phone ? [] : [words.windowPhone(name, phone)],
  );
}
