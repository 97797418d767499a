import type { BeforeObligation } from '../model/obligation.ts';
import type { ServiceItem } from '../model/service-item.ts';
import { always, never } from '../rules/diagram.ts';
import type { Node } from '../rules/diagram.ts';
import { lacksOf } from '../rules/questions-of.ts';
import { compileTrip } from '../rules/trip-rules.ts';
import type { Library } from './library.ts';
import { findCase } from './proof/find-case.ts';
import { setApart } from './proof/item-space.ts';
import { sayCase } from './proof/say-case.ts';

/** Longer circles are not looked for; no citizen walks so many steps. */
const MAX_CIRCLE = 8;

/** One item that must be done before another, and the line that says so. */
interface Step {
  readonly from: ServiceItem;
  readonly to: string;
  readonly line: BeforeObligation;
}

/**
 * Finds items that wait for each other: by `before.item`, or by a paper that somebody lacks and another item issues.
 * Only circles that one person can be caught in on that day count; such a person could never begin.
 */
export function checkPrerequisites(items: readonly ServiceItem[], today: string, library: Library): void {
  const active = items.filter(({ status }) => status === 'active');
  const steps = new Map(active.map((item) => [item.id, stepsFrom(item, library)]));
  const visit = (path: readonly Step[], id: string): void => {
    for (const step of steps.get(id) ?? []) {
      const walked = [...path, step];
      const start = walked[0]?.from.id ?? '';
      // Each circle is walked from its first item only, so that it is reported once.
      if (step.to === start) reportCircle(walked, { items: active, today, library });
      else if (step.to > start && walked.length < MAX_CIRCLE && !path.some(({ from }) => from.id === step.to))
        visit(walked, step.to);
    }
  };
  for (const { id } of active) visit([], id);
}

function stepsFrom(item: ServiceItem, { materials }: Library): readonly Step[] {
  const lines = item.obligations.filter((obligation) => obligation.kind === 'before');
  return lines.flatMap((line) => {
    const issuers = lacksOf(line.when).flatMap((material) => materials.peek(material)?.issuedBy ?? []);
    const targets = line.item === undefined ? issuers : [line.item];
    return [...new Set(targets)].map((to) => ({ from: item, to, line }));
  });
}

interface Context {
  readonly items: readonly ServiceItem[];
  readonly today: string;
  readonly library: Library;
}

function reportCircle(circle: readonly Step[], { items, today, library }: Context): void {
  const { questions, origins, materials, log } = library;
  const trip = circle.map(({ from }) => from.id);
  const apart = items.map((item) => ({ ...item, obligations: item.obligations.map(setApart) }));
  const source = { items: apart, questions: questions.entries().map(([, question]) => question) };
  const { diagrams, axes, lines } = compileTrip(source, trip, today);
  const nodeOf = ({ from, line }: Step) =>
    lines.find(({ item, obligation }) => item === from.id && obligation.id === line.id)?.node ?? never;
  const together = circle.reduce<Node>((node, step) => diagrams.and(node, nodeOf(step)), always);
  const cells = axes.map((axis) => axis.cells.map((_, cell) => cell));
  const found = findCase({ diagrams, axes, cells }, together);
  const at = origins.get(circle[0]?.line ?? {});
  if (!found || !at) return;
  const names = [...circle.map(({ from }) => from), circle[0]?.from].map((item) => item?.name ?? '').join(' → ');
  const words = sayCase(found, axes, (id) => materials.peek(id)?.name ?? id);
  const message = `要先办的绕成了圈：${names}。“${words}”时，哪一件都没法先办；请删去其中一个 before，或改条件。`;
  log.error(at, 'before-cycle', message);
}
