import type { Question } from '../model/question.ts';
import type { ServiceItem } from '../model/service-item.ts';
import type { StoredPlan } from '../model/stored-plan.ts';
import { questionsOf } from '../rules/questions-of.ts';
import { overlayItem } from './assemble-knowledge.ts';
import { checkItem, isTimelessItem } from './check-item.ts';
import type { ItemProof } from './check-item.ts';
import { checkPrerequisites } from './check-prerequisites.ts';
import type { CompileMemory } from './compile-memory.ts';
import type { ItemDraft } from './declare-item.ts';
import type { CheckedItem } from './item-check.ts';
import type { Library } from './library.ts';
import type { LocalPlaces } from './read-places.ts';
import { SameOptions } from './same-options.ts';
import { writeExample } from './write-example.ts';
import type { Place } from './yaml/located.ts';

/** What the rules are judged with. */
export interface RuleContext {
  readonly library: Library;
  readonly places: LocalPlaces | undefined;
  readonly today: string;
  /** The day for whose rules the questions are planned. */
  readonly planDay: string;
  readonly drafts: readonly ItemDraft[];
  readonly memory: CompileMemory;
  /** What all items rest on: another object whenever some of it has changed. */
  readonly shared: object;
  readonly textOf: (file: string) => string | undefined;
}

/** The examples that an item lacks, as YAML to be pasted into its file. */
export interface Proposal {
  readonly file: string;
  readonly examples: readonly string[];
}

/** What judging all items gives. */
export interface RuleFindings {
  readonly proposals: readonly Proposal[];
  /** By item: the order of its questions, where it has to be stored. */
  readonly plans: ReadonlyMap<string, StoredPlan>;
}

/** Judges what the items decide. An item that rests on a broken file is left for the next run. */
export function checkRules(items: readonly ServiceItem[], context: RuleContext): RuleFindings {
  const { library, today, drafts } = context;
  const { log, origins } = library;
  const proposals: Proposal[] = [];
  const plans = new Map<string, StoredPlan>();
  const broken = ['questions.yaml', 'facts.yaml', 'materials.yaml'].some((file) => log.hasErrorsIn(file));
  if (broken) return { proposals, plans };
  const sound = items.filter((item) => !log.hasErrorsIn(origins.get(item)?.file ?? ''));
  const sameOptions = new SameOptions();
  const draftOf = new Map(drafts.map((draft) => [draft.id, draft]));
  for (const item of sound) {
    const at = origins.get(item);
    if (!at) continue;
    const { issues, missing, options, plan } = proofOf(item, at, { ...context, draft: draftOf.get(item.id) });
    log.include(issues);
    sameOptions.add(options);
    if (missing.length > 0) proposals.push({ file: at.file, examples: missing.map(writeExample) });
    if (plan !== undefined) plans.set(item.id, plan);
  }
  // An item that could not be read may be the one that tells two options apart.
  if (sound.length === drafts.length) {
    sameOptions.report(
      library.questions.entries().map(([, question]) => question),
      library,
    );
  }
  checkPrerequisites(sound, today, library);
  return { proposals, plans };
}

type ItemContext = RuleContext & { readonly draft: ItemDraft | undefined };

/**
 * An item follows from its own text, from what all items rest on, from the questions that it takes from other items,
 * and, unless it is timeless, from the day.
 */
function proofOf(item: ServiceItem, at: Place, context: ItemContext): ItemProof {
  const { library, places, memory, today, planDay, shared, textOf } = context;
  // A region that hangs on a question which the item does not ask is told so; that is no reason to call it dead as well.
  const local = places?.overlay.get(item.id) ?? [];
  const ids = new Set([...item.questions, ...local.flatMap(({ when }) => questionsOf(when))]);
  const questions = [...ids].flatMap((id) => library.questions.peek(id) ?? []);
  const taken = questions.filter(({ id }) => isTaken(id, at, library));
  const from = [shared, textOf(at.file), taken.length === 0 ? '' : JSON.stringify(taken)];
  const checked = () => checkedItem(item, at, { ...context, questions });
  const timeless = memory.recall(`timeless ${item.id}`, from, () => isTimelessItem(checked()));
  const days = timeless ? '' : `${today} ${planDay}`;
  return memory.recall(`prove ${item.id}`, [...from, days], () => checkItem(checked(), timeless));
}

/** A question written in the file of another item, which may change while this one's does not. */
function isTaken(question: string, at: Place, { questions }: Library): boolean {
  const file = questions.placeOf(question)?.file ?? at.file;
  return file !== at.file && file.startsWith('items/');
}

function checkedItem(
  item: ServiceItem,
  at: Place,
  context: ItemContext & { readonly questions: readonly Question[] },
): CheckedItem {
  const { library, places, draft, questions, today, planDay } = context;
  const { origins, materials } = library;
  return {
    item: places ? overlayItem(item, places) : item,
    at,
    listed: draft?.questions ?? [],
    alternatives: library.alternatives.get(item.id) ?? [],
    questions,
    today,
    planDay,
    origins,
    nameOf: (id) => materials.peek(id)?.name ?? id,
  };
}
