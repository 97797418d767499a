import type { Option, Question } from '../model/question.ts';
import type { ItemCheck } from './item-check.ts';
import type { IssueLog } from './issue-log.ts';
import type { Origins } from './library.ts';
import type { ItemSpace } from './proof/item-space.ts';

/** By question id: the class of every option, for each question of one item that can change its notice. */
export type OptionClasses = ReadonlyMap<string, readonly string[]>;

/**
 * Finds options that nobody needs to tell apart. A question of several items is judged by all of them: two of its
 * options are the same only when no item sees a difference.
 */
export class SameOptions {
  /** By question id: for each item that asks it, the class of every option there. */
  readonly #classes = new Map<string, (readonly string[])[]>();

  /** Takes in what one item makes of the options of its questions. */
  add(item: OptionClasses): void {
    for (const [id, classes] of item) this.#classes.set(id, [...(this.#classes.get(id) ?? []), classes]);
  }

  /** Reports the second of every two options that are alike in all items, where it is written. */
  report(
    questions: readonly Question[],
    { log, origins }: { readonly log: IssueLog; readonly origins: Origins },
  ): void {
    for (const question of questions) {
      const first = new Map<string, Option>();
      question.options.forEach((option, cell) => {
        const effect = (this.#classes.get(question.id) ?? []).map((classes) => classes[cell]).join(';');
        const twin = first.get(effect);
        const at = origins.get(option);
        if (!twin) first.set(effect, option);
        else if (at && effect !== '') {
          const message = `问题“${question.name}”选“${option.label}”和选“${twin.label}”，不管别的怎么回答，单子都一样；如果不是有意分开的，请合并。`;
          log.warning(at, 'same-options', message);
        }
      });
    }
  }
}

/** What one item makes of the options of its questions. A question that changes nothing at all is reported as such. */
export function optionClasses({
  item,
  questions,
  spaces,
}: Pick<ItemCheck, 'item' | 'questions' | 'spaces'>): OptionClasses {
  const classes = new Map<string, readonly string[]>();
  for (const { id, kind, options } of questions) {
    if (kind !== 'choice' || !item.questions.includes(id) || !spaces.some((space) => matters(space, id))) continue;
    classes.set(
      id,
      options.map((_, cell) => spaces.map((space) => classOf(space, id, cell)).join('|')),
    );
  }
  return classes;
}

/**
 * What is left, after one answer, of every line that hangs on the question: the same for two answers when nothing can
 * tell them apart any more.
 */
function classOf({ lines, diagrams, axisOf }: ItemSpace, id: string, cell: number): string {
  const axis = axisOf.get(id) ?? -1;
  const hanging = lines.filter((line) => diagrams.supportOf(line).includes(axis));
  return hanging.map((line) => diagrams.answer(line, axis, cell)).join();
}

/** Tells whether some answer to a question can change the notice of a day. */
export function matters({ lines, diagrams, axisOf }: ItemSpace, id: string): boolean {
  const axis = axisOf.get(id);
  return axis !== undefined && lines.some((line) => diagrams.supportOf(line).includes(axis));
}
