import type { Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { questionsOf } from '../rules/questions-of.ts';
import { Keys } from './keys.ts';
import type { Library } from './library.ts';
import { present } from './present.ts';
import { readAlternatives } from './read-alternatives.ts';
import type { ConditionScope } from './read-condition.ts';
import { readExample } from './read-example.ts';
import { readNoticeText } from './read-notice-text.ts';
import { readObligations, readSources } from './read-obligation.ts';
import type { ItemDraft } from './declare-item.ts';
import type { Place } from './yaml/located.ts';
import { MapReader } from './yaml/map-reader.ts';

/** Longer rows of presuppositions are reported elsewhere. */
const MAX_CHAIN = 32;

/** Reads the rest of a declared item, now that every question, material and item has an id. */
export function readItem(draft: ItemDraft, conditions: ConditionScope): ServiceItem | undefined {
  const { reader, id, domain } = draft;
  const { library } = conditions;
  const questions = withPresuppositions(draft, library);
  const scope = { ...conditions, onQuestion: createListedCheck(questions, library) };
  const fields = readFacts(id, reader, library);
  const keys = new Keys(library.log);
  const obligations = readObligations(reader, { ...scope, overlay: false, keys, nextId: createIds() });
  library.alternatives.set(id, readAlternatives(reader, scope, keys));
  const status = reader.optionalOneOf('status', ['active', 'discontinued'], 'active');
  const discontinued = readDiscontinued(reader, status, library);
  const examples = (status === 'active' ? reader.list('examples') : reader.optionalList('examples')).flatMap(
    (node) => readExample(node, scope) ?? [],
  );
  reader.close();
  if (!fields) return undefined;
  const item: ServiceItem = present({ id, domain, status, discontinued, ...fields, questions, obligations, examples });
  library.origins.set(item, reader.at);
  return item;
}

/** Hands out ids within one item: the first `material/x` stays bare, the second is `material/x#2`; fees are numbered. */
export function createIds(suffix = ''): (stem: string) => string {
  const counts = new Map<string, number>();
  return (stem) => {
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    if (!stem.includes('/')) return `${stem}${suffix}/${count}`;
    return count === 1 ? `${stem}${suffix}` : `${stem}${suffix}#${count}`;
  };
}

function readFacts(item: string, reader: MapReader, library: Library) {
  const title = reader.text('title');
  const name = reader.text('name');
  const aliases = reader.optionalPlacedTexts('aliases');
  const names = [...(title === undefined ? [] : [{ text: title, at: reader.placeOf('title') }]), ...aliases];
  library.names.push(...names.map((placed) => ({ item, ...placed })));
  const authority = reader.id('authority');
  if (authority !== undefined) library.authorities.check(authority, reader.placeOf('authority'));
  const validFrom = reader.optionalDate('validFrom');
  const checked = readChecked(reader, library);
  if (title === undefined || name === undefined || authority === undefined || !checked) return undefined;
  return { title, name, aliases: aliases.map(({ text }) => text), authority, validFrom, checked };
}

function readChecked(reader: MapReader, { log, origins }: Library): ServiceItem['checked'] | undefined {
  const node = reader.required('checked');
  const checked = node && MapReader.over(node, '核对记录', log);
  if (!checked) return undefined;
  const on = checked.date('on');
  const by = checked.text('by');
  checked.close();
  if (on === undefined || by === undefined) return undefined;
  const record = { on, by };
  origins.set(record, checked.placeOf('on'));
  return record;
}

function readDiscontinued(
  reader: MapReader,
  status: ServiceItem['status'],
  library: Library,
): ServiceItem['discontinued'] {
  if (status === 'active') {
    if (!reader.has('discontinued')) return void reader.optional('discontinued');
    const message = '写了“discontinued”，可事项还在办；请写 status: discontinued，或删去这一段。';
    library.log.error(reader.placeOf('discontinued'), 'not-discontinued', message);
    return void reader.optional('discontinued');
  }
  const node = reader.required('discontinued');
  const section = node && MapReader.over(node, '停办说明', library.log);
  if (!section) return undefined;
  const say = readNoticeText(section, 'say');
  const instead = section.optionalId('instead');
  if (instead !== undefined) library.items.check(instead, section.placeOf('instead'));
  const sources = readSources(section, { library, overlay: false });
  section.close();
  return say === undefined || !sources ? undefined : present({ say, instead, sources });
}

/** The item's questions in its own order, each after those that its presupposition names. */
function withPresuppositions(draft: ItemDraft, library: Library): readonly string[] {
  const ordered = new Set<string>();
  const visit = (id: string, at: Place, above: readonly string[]) => {
    if (ordered.has(id) || above.includes(id) || above.length > MAX_CHAIN) return;
    const question: Question | undefined = library.questions.use(id, at);
    const before = question?.askWhen ? questionsOf(question.askWhen) : [];
    for (const earlier of before) visit(earlier, at, [...above, id]);
    ordered.add(id);
  };
  for (const { id, at } of draft.questions) visit(id, at, []);
  return [...ordered];
}

/** Reports a question that conditions use but the item does not ask; once for each question. */
function createListedCheck(listed: readonly string[], { log }: Library) {
  const reported = new Set<string>();
  return (id: string, at: Place) => {
    if (listed.includes(id) || reported.has(id)) return;
    reported.add(id);
    log.error(at, 'question-not-listed', `这里用到问题“${id}”，可这个事项不问它；请把 ${id} 加进 questions。`);
  };
}
