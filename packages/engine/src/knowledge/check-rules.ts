import type { ServiceItem } from '../model/service-item.ts';
import { overlayItem } from './assemble-knowledge.ts';
import { checkItem } from './check-item.ts';
import { checkPrerequisites } from './check-prerequisites.ts';
import type { ItemDraft } from './declare-item.ts';
import type { Library } from './library.ts';
import type { LocalPlaces } from './read-places.ts';
import { SameOptions } from './same-options.ts';

/** What the rules are judged with. */
export interface RuleContext {
  readonly library: Library;
  readonly places: LocalPlaces | undefined;
  readonly today: string;
  readonly drafts: readonly ItemDraft[];
}

/** The examples that an item lacks, as YAML to be pasted into its file. */
export interface Proposal {
  readonly file: string;
  readonly examples: readonly string[];
}

/** Judges what the items decide. An item that rests on a broken file is left for the next run. */
export function checkRules(items: readonly ServiceItem[], context: RuleContext): readonly Proposal[] {
  const { library, places, today, drafts } = context;
  const { log, origins, materials } = library;
  const broken = ['questions.yaml', 'facts.yaml', 'materials.yaml'].some((file) => log.hasErrorsIn(file));
  if (broken) return [];
  const questions = library.questions.entries().map(([, question]) => question);
  const sound = items.filter((item) => !log.hasErrorsIn(origins.get(item)?.file ?? ''));
  const sameOptions = new SameOptions();
  const proposals = sound.flatMap((item) => {
    const at = origins.get(item);
    if (!at) return [];
    const shared = { questions, today, log, origins, nameOf: (id: string) => materials.peek(id)?.name ?? id };
    const listed = drafts.find((draft) => draft.id === item.id)?.questions ?? [];
    const alternatives = library.alternatives.get(item.id) ?? [];
    const local = places ? overlayItem(item, places) : item;
    const examples = checkItem({ ...shared, item: local, at, listed, alternatives }, sameOptions);
    return examples.length > 0 ? [{ file: at.file, examples }] : [];
  });
  // An item that could not be read may be the one that tells two options apart.
  if (sound.length === drafts.length) sameOptions.report(questions, library);
  checkPrerequisites(sound, today, library);
  return proposals;
}
