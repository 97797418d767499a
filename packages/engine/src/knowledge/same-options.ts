import type { Option, Question } from '../model/question.ts';
import type { ItemCheck } from './item-check.ts';
import type { IssueLog } from './issue-log.ts';
import type { Origins } from './library.ts';
import type { ItemSpace } from './proof/item-space.ts';

/**
 * Finds options that nobody needs to tell apart. A question of several items is judged by all of them: two of its
 * options are the same only when no item sees a difference.
 */
export class SameOptions {
  /** By question id: for each item that asks it, the class of every option there. */
  readonly #classes = new Map<string, (readonly string[])[]>();

  /** Takes in what one item makes of the options of its questions. */
  addItem({ item, space }: Pick<ItemCheck, 'item' | 'space'>): void {
    for (const id of item.questions) {
      const axis = space.axisOf.get(id);
      const question = axis === undefined ? undefined : space.axes[axis]?.question;
      // A question that changes nothing at all is reported as such.
      if (axis === undefined || question?.kind !== 'choice' || !matters(space, axis)) continue;
      const classes = question.options.map((_, cell) =>
        space.lines.map((line) => space.diagrams.answer(line, axis, cell)).join(),
      );
      this.#classes.set(id, [...(this.#classes.get(id) ?? []), classes]);
    }
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

/** Tells whether some answer to a question can change the notice. */
export function matters({ lines, diagrams }: ItemSpace, axis: number): boolean {
  return lines.some((line) => diagrams.supportOf(line).includes(axis));
}
