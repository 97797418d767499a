import type { Knowledge } from '../model/knowledge.ts';
import type { OrderCost } from '../rules/plan/order-cost.ts';
import { planItem } from '../rules/plan/plan-item.ts';
import type { ItemPlan } from '../rules/plan/plan-item.ts';

const HEAD = ['事项', '问题', '照文件问', '最多', '我们问', '最多', '最少', '不管话题'];

/** Two columns apart, so that figures never touch. */
const GAP = '  ';

/**
 * What the order of questions costs, item by item, as a table: how many are asked on average and at most in the
 * author's order and in ours, and the smallest average there is, with topics kept together and without.
 */
export function formatOrders(knowledge: Knowledge): string {
  const rows = plansOf(knowledge).map(({ name, plan }) => [
    name,
    String(plan.questions),
    ...figures(plan.authors),
    ...figures(plan.ours),
    average(plan.optimum),
    average(plan.anyOrder),
  ]);
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(GAP);
  return all.map((row) => line(row).trimEnd()).join('\n');
}

/** The same in one line for each item. */
export function formatOrdersBriefly(knowledge: Knowledge): string {
  const lines = plansOf(knowledge).map(({ name, plan: { authors, ours, optimum } }) => {
    const best = optimum === undefined ? '' : `，最少 ${average(optimum)}`;
    return `${name}：平均问 ${average(ours.expected)} 个（照文件问 ${average(authors.expected)}${best}），最多 ${ours.worst} 个`;
  });
  return lines.join('\n');
}

function plansOf(knowledge: Knowledge): readonly { readonly name: string; readonly plan: ItemPlan }[] {
  const active = knowledge.items.filter(({ status }) => status === 'active');
  return active.map(({ id, name }) => ({ name, plan: planItem(knowledge, id, knowledge.date) }));
}

function figures({ expected, worst }: OrderCost): readonly string[] {
  return [average(expected), String(worst)];
}

/** A dash where it was too much to work out. */
function average(questions: number | undefined): string {
  return questions === undefined ? '—' : questions.toFixed(2);
}

/** Names to the left, figures to the right. */
function pad(cell: string, width: number, column: number): string {
  const blank = ' '.repeat(width - widthOf(cell));
  return column === 0 ? cell + blank : blank + cell;
}

/** Columns of a terminal: a Han character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}
