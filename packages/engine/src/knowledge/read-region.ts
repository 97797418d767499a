import type { Hall, OpeningHours, OpeningSpan, Region, Weekday, Window } from '../model/region.ts';
import type { IssueLog } from './issue-log.ts';
import { present } from './present.ts';
import type { Shelf } from './shelf.ts';
import type { Located } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';
import { readOneOf } from './yaml/read-scalar.ts';

const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const FLOOR = { min: -5, max: 200, whole: true };

/** Reads places/<region>/region.yaml: telephones, halls, windows and hours. */
export function readRegion(document: Located, folder: string, halls: Shelf<Hall>, log: IssueLog): Region | undefined {
  const reader = MapReader.over(document, '地区', log);
  if (!reader) return undefined;
  const id = reader.id('id');
  if (id !== undefined && id !== folder) {
    log.error(reader.placeOf('id'), 'file-name', `地区编号是“${id}”，文件夹却叫“${folder}”；请改成一样的。`);
  }
  const name = reader.text('name');
  const fictional = reader.optionalFlag('fictional', false);
  const hotline = reader.text('hotline');
  const complaint = reader.text('complaint');
  if (hotline !== undefined && hotline === complaint) {
    const message = `投诉电话和咨询电话都是“${hotline}”；请写另一个号码，投诉不能打回给同一个地方。`;
    log.error(reader.placeOf('complaint'), 'same-phone', message);
  }
  const read = reader.list('halls').flatMap((node) => readHall(node, halls, log) ?? []);
  reader.close();
  if (id === undefined || name === undefined || hotline === undefined || complaint === undefined) return undefined;
  return { id, name, fictional, hotline, complaint, halls: read };
}

function readHall(node: Located, halls: Shelf<Hall>, log: IssueLog): Hall | undefined {
  const reader = MapReader.over(node, '大厅', log);
  const id = reader?.id('id');
  if (!reader || id === undefined || !halls.declare(id, reader.placeOf('id'))) return undefined;
  const name = reader.text('name');
  const address = reader.text('address');
  const phone = reader.text('phone');
  const hours = readHours(reader.required('hours'), log);
  const windows = readWindows(reader, log);
  const access = reader.optionalTexts('access');
  reader.close();
  if (name === undefined || address === undefined || phone === undefined || !hours) return undefined;
  const hall: Hall = { id, name, address, phone, hours, windows, access };
  halls.fill(id, hall);
  return hall;
}

function readWindows(reader: MapReader, log: IssueLog): readonly Window[] {
  const seen = new Set<string>();
  return reader.optionalList('windows').flatMap((node) => {
    const window = readWindow(node, log);
    if (!window) return [];
    if (seen.has(window.id)) {
      log.error(node.at, 'duplicate-window', `窗口“${window.id}”在这个大厅里写了两次；请改名或删去一个。`);
    }
    seen.add(window.id);
    return [window];
  });
}

function readWindow(node: Located, log: IssueLog): Window | undefined {
  const reader = MapReader.over(node, '窗口', log);
  if (!reader) return undefined;
  const id = reader.id('id');
  const name = reader.text('name');
  const numbers = reader.text('numbers');
  const floor = reader.number('floor', FLOOR);
  const low = reader.optionalFlag('low', false);
  const phone = reader.optionalText('phone');
  reader.close();
  if (id === undefined || name === undefined || numbers === undefined || floor === undefined) return undefined;
  return present({ id, name, numbers, floor, low, phone });
}

function readHours(node: Located | undefined, log: IssueLog): OpeningHours | undefined {
  const reader = node && MapReader.over(node, '开放时间', log);
  if (!reader) return undefined;
  const weekly = reader.list('weekly').flatMap((span) => readSpan(span, log) ?? []);
  const closed = reader.optionalList('closed').flatMap((day) => {
    const fields = MapReader.over(day, '闭馆日', log);
    const on = fields?.date('on');
    const why = fields?.text('why');
    fields?.close();
    return on === undefined || why === undefined ? [] : [{ on, why }];
  });
  const open = reader.optionalList('open').flatMap((day) => {
    const fields = MapReader.over(day, '调休日', log);
    const on = fields?.date('on');
    const as = fields?.oneOf('as', WEEKDAYS);
    fields?.close();
    return on === undefined || as === undefined ? [] : [{ on, as }];
  });
  reader.close();
  return { weekly, closed, open };
}

function readSpan(node: Located, log: IssueLog): OpeningSpan | undefined {
  const reader = MapReader.over(node, '开放时段', log);
  if (!reader) return undefined;
  const days = reader.list('days').flatMap((day) => readOneOf(day, WEEKDAYS, { log, key: 'days' }) ?? []);
  const from = readClock('from', reader);
  const to = readClock('to', reader);
  reader.close();
  if (from === undefined || to === undefined) return undefined;
  if (from >= to) log.error(reader.placeOf('to'), 'empty-period', `关门 ${to} 要晚于开门 ${from}；请改。`);
  return { days, from, to };
}

function readClock(key: string, reader: MapReader): string | undefined {
  const text = reader.text(key);
  if (text === undefined || /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)) return text;
  reader.log.error(reader.placeOf(key), 'bad-time', `“${key}”里的“${text}”不是时刻；请写成 09:00 这样。`);
  return undefined;
}
