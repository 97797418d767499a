import type { Knowledge } from '../model/knowledge.ts';
import type { OrderCost } from '../rules/plan/order-cost.ts';
import { planItem } from '../rules/plan/plan-item.ts';
import type { ItemPlan } from '../rules/plan/plan-item.ts';
import { publicodesOrder } from './publicodes-order.ts';

const HEAD = ['事项', '问题', '照文件问', '最多', '我们问', '最多', '最少', '不管话题', 'publicodes', '最多'];

/** Two columns apart, so that figures never touch. */
const GAP = '  ';

/**
 * What the order of questions costs, item by item, as a table: how many are asked on average and at most in the
 * author's order, in ours and in publicodes', and the smallest average there is, with topics kept together and without.
 */
export function formatOrders(knowledge: Knowledge): string {
  const rows = plansOf(knowledge).map(({ name, plan, publicodes }) => [
    name,
    String(plan.questions),
    ...figures(plan.authors),
    ...figures(plan.ours),
    average(plan.optimum),
    average(plan.anyOrder),
    average(publicodes?.expected),
    publicodes === undefined ? '—' : String(publicodes.worst),
  ]);
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join(GAP);
  return all.map((row) => line(row).trimEnd()).join('\n');
}

function plansOf(knowledge: Knowledge): readonly OrdersOfItem[] {
  const active = knowledge.items.filter(({ status }) => status === 'active');
  return active.map((item) => ({
    name: item.name,
    plan: planItem(knowledge, item.id, knowledge.date),
    publicodes: publicodesOrder(item, knowledge.questions, knowledge.date).cost(),
  }));
}

interface OrdersOfItem {
  readonly name: string;
  readonly plan: ItemPlan;
  readonly publicodes: OrderCost | undefined;
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
