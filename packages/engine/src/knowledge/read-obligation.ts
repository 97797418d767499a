import type { Condition } from '../model/condition.ts';
import type { Obligation } from '../model/obligation.ts';
import type { Hall } from '../model/region.ts';
import type { Keys } from './keys.ts';
import type { ConditionScope } from './read-condition.ts';
import { readCondition } from './read-condition.ts';
import { nearestWord } from './nearest-word.ts';
import { readMaterialUses } from './read-material-uses.ts';
import { present } from './present.ts';
import { readNoticeText, readOptionalNoticeText } from './read-notice-text.ts';
import type { Shelf } from './shelf.ts';
import type { Located } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';

/** Where an obligation is read: in an item, or in a region's overlay of it. */
export interface ObligationScope extends ConditionScope {
  /** In the overlay everything is local, and no source is asked for: nobody publishes the law of a hall's windows. */
  readonly overlay: boolean;
  /** The region's halls; an item itself names none. */
  readonly halls?: Shelf<Hall>;
  /** The names of an item's obligations; a region's overlay has none. */
  readonly keys?: Keys;
  /** A fresh id: `fee` → `fee/1`, `fee/2`. */
  readonly nextId: (stem: string) => string;
}

type Kind = Obligation['kind'];
type Shared = 'id' | 'when' | 'sources' | 'local' | 'note' | 'from' | 'to';
type WithoutShared<O> = O extends Obligation ? Omit<O, Shared> : never;
/** What one kind of obligation has and others have not. */
type Own = WithoutShared<Obligation>;
type OwnReader = (reader: MapReader, scope: ObligationScope) => Own | undefined;

interface Section {
  readonly kind: Kind;
  /** 材料, for messages. */
  readonly noun: string;
  readonly read: OwnReader;
}

/** The sections of an item by their key. Obligations are compiled in this order, whatever the order in the file. */
const SECTIONS: Readonly<Record<string, Section>> = {
  eligibility: { kind: 'eligibility', noun: '受理条件', read: sayReader('eligibility') },
  refuse: { kind: 'ineligible', noun: '不予办理', read: verdictReader('ineligible') },
  handoff: { kind: 'handoff', noun: '转人工', read: verdictReader('handoff') },
  before: { kind: 'before', noun: '前置', read: linkReader('before') },
  materials: { kind: 'material', noun: '材料', read: readMaterial },
  notNeeded: { kind: 'not-needed', noun: '不用带的', read: sayReader('not-needed') },
  steps: { kind: 'step', noun: '步骤', read: sayReader('step') },
  fees: { kind: 'fee', noun: '收费', read: readFee },
  times: { kind: 'time', noun: '时限', read: readTime },
  deadlines: { kind: 'deadline', noun: '期限', read: sayReader('deadline') },
  places: { kind: 'place', noun: '地点', read: readPlace },
  online: { kind: 'online', noun: '网上办理', read: sayReader('online') },
  proxy: { kind: 'proxy', noun: '代办', read: sayReader('proxy') },
  results: { kind: 'result', noun: '结果', read: sayReader('result') },
  suggest: { kind: 'suggest', noun: '建议', read: linkReader('suggest') },
  warnings: { kind: 'warning', noun: '提醒', read: sayReader('warning') },
};

/** Reads every section that holds obligations. What is broken is left out and reported. */
export function readObligations(reader: MapReader, scope: ObligationScope): readonly Obligation[] {
  return Object.entries(SECTIONS).flatMap(([key, section]) =>
    reader.optionalList(key).flatMap((node) => readObligation(node, section, scope) ?? []),
  );
}

/** Reads one place of a region's services.yaml. */
export function readOverlayPlace(node: Located, scope: ObligationScope): Obligation | undefined {
  return readObligation(node, { kind: 'place', noun: '地点', read: readPlace }, scope);
}

function readObligation(node: Located, section: Section, scope: ObligationScope): Obligation | undefined {
  const { library } = scope;
  const reader = MapReader.over(node, section.noun, library.log);
  if (!reader) return undefined;
  const own = section.read(reader, scope);
  const base = readBase(reader, scope);
  const key = scope.keys && reader.optionalId('key');
  reader.close();
  const obligation = own && base && complete(own, base, scope);
  if (obligation) library.origins.set(obligation, reader.at);
  if (key !== undefined) scope.keys?.name(key, obligation, reader.placeOf('key'));
  return obligation;
}

function complete(own: Own, base: NonNullable<ReturnType<typeof readBase>>, { nextId }: ObligationScope): Obligation {
  const stem = own.kind === 'material' ? `material/${own.anyOf[0]?.material ?? ''}` : own.kind;
  return { id: nextId(stem), ...own, ...base };
}

function readBase(reader: MapReader, scope: ObligationScope) {
  const when = readWhen(reader, scope);
  const sources = readSources(reader, scope);
  const from = reader.optionalDate('from');
  const to = reader.optionalDate('to');
  const rest = {
    local: readLocal(reader, sources ?? [], scope),
    note: readOptionalNoticeText(reader, 'note'),
    from,
    to,
  };
  if (from !== undefined && to !== undefined && from >= to) {
    const message = `“to”（${to}）要晚于“from”（${from}）；to 是不再适用的第一天，请改。`;
    reader.log.error(reader.placeOf('to'), 'empty-period', message);
  }
  return when && sources && present({ when, sources, ...rest });
}

function readWhen(reader: MapReader, scope: ObligationScope): Condition | undefined {
  if (!reader.has('when')) {
    reader.optional('when');
    return { all: [] };
  }
  const node = reader.optional('when');
  return node && readCondition(node, scope);
}

/** The sources of an entry that must name at least one, save in a region's overlay. */
export function readSources(
  reader: MapReader,
  { library, overlay }: Pick<ObligationScope, 'library' | 'overlay'>,
): readonly string[] | undefined {
  const named = reader.optionalIds('source');
  if (named.length === 0 && !overlay) {
    if (!reader.has('source')) {
      library.log.error(reader.at, 'missing-source', '这一条没有来源；请写 source，填 sources.yaml 里的编号。');
    }
    return undefined;
  }
  const known = named.filter(({ id, at }) => library.sources.check(id, at));
  return known.length === named.length ? known.map(({ id }) => id) : undefined;
}

/** Local when it says so, and when nothing that citizens may see stands behind it. */
function readLocal(reader: MapReader, sources: readonly string[], { library, overlay }: ObligationScope): boolean {
  const said = reader.optionalFlag('local', overlay);
  const shown = sources.some((id) => ['law', 'official'].includes(library.sources.peek(id)?.grade ?? ''));
  return said || !shown;
}

function sayReader(
  kind: 'eligibility' | 'step' | 'not-needed' | 'proxy' | 'online' | 'deadline' | 'result' | 'warning',
) {
  return (reader: MapReader): Own | undefined => {
    const say = readNoticeText(reader, 'say');
    return say === undefined ? undefined : { kind, say };
  };
}

function linkReader(kind: 'before' | 'suggest'): OwnReader {
  return (reader, scope) => {
    const item = readItemLink(reader, scope);
    const say = readNoticeText(reader, 'say');
    return say === undefined ? undefined : present({ kind, item, say });
  };
}

function verdictReader(kind: 'ineligible' | 'handoff'): OwnReader {
  return (reader, scope) => {
    const say = readNoticeText(reader, 'say');
    const instead = readOptionalNoticeText(reader, 'instead');
    const item = readItemLink(reader, scope);
    return say === undefined ? undefined : present({ kind, say, instead, item });
  };
}

function readItemLink(reader: MapReader, { library }: ObligationScope): string | undefined {
  const item = reader.optionalId('item');
  return item !== undefined && library.items.check(item, reader.placeOf('item')) ? item : undefined;
}

function readMaterial(reader: MapReader, scope: ObligationScope): Own | undefined {
  const anyOf = readMaterialUses(reader, scope);
  const necessity = reader.optionalOneOf('necessity', ['required', 'deferrable', 'waived'], 'required');
  return anyOf && { kind: 'material', anyOf, necessity };
}

function readFee(reader: MapReader): Own | undefined {
  const label = readNoticeText(reader, 'label');
  const amount = reader.optionalNumber('amount', { min: 0, max: 10_000_000 });
  const currency = reader.optionalOneOf('currency', ['CNY'], 'CNY');
  return label === undefined ? undefined : present({ kind: 'fee' as const, amount, currency, label });
}

function readTime(reader: MapReader): Own | undefined {
  const basis = reader.oneOf('basis', ['legal', 'promised', 'local']);
  const say = readNoticeText(reader, 'say');
  return basis === undefined || say === undefined ? undefined : { kind: 'time', basis, say };
}

function readPlace(reader: MapReader, { halls }: ObligationScope): Own | undefined {
  const kind = 'place';
  if (!halls) {
    const say = readNoticeText(reader, 'say');
    return say === undefined ? undefined : { kind, say };
  }
  const say = readOptionalNoticeText(reader, 'say');
  const hall = reader.optionalId('hall');
  const windows = reader.optionalIds('windows');
  if (say === undefined && hall === undefined) {
    reader.log.error(reader.at, 'missing-key', '地点缺“say”或“hall”；请写明去哪里。');
    return undefined;
  }
  const known = hall === undefined ? undefined : halls.use(hall, reader.placeOf('hall'));
  if (known) checkWindows(windows, known, reader);
  return present({ kind, say, hall, windows: windows.length > 0 ? windows.map(({ id }) => id) : undefined } as const);
}

function checkWindows(named: ReturnType<MapReader['optionalIds']>, hall: Hall, { log }: MapReader): void {
  const ids = hall.windows.map((window) => window.id);
  for (const { id, at } of named) {
    if (ids.includes(id)) continue;
    const near = nearestWord(id, ids);
    const advice = near === undefined ? `它有：${ids.join('、')}。` : `您是不是想写“${near}”？`;
    log.error(at, 'unknown-window', `大厅“${hall.id}”没有叫“${id}”的窗口；${advice}`);
  }
}
