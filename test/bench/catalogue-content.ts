import type { Knowledge, Obligation, ServiceItem } from '@onetrip/engine';
import { compiledRegion, realEngine, realItems, regionCalled } from '@onetrip/server/test-support';
import { calledBy } from './catalogue-titles.ts';

type Plan = NonNullable<Knowledge['plans']>[string];

const { knowledge: real } = realEngine();
const models = realItems().filter(({ status }) => status === 'active');

/** What one region has of the shared items, and what it has alone. */
export interface Region {
  readonly shared: number;
  readonly changed: number;
  readonly leftOut: number;
  readonly own: number;
}

/** A made item with the questions, rules and materials of a real one. */
export function fullItem(number: number): ServiceItem {
  const model = modelOf(number);
  return { ...model, ...calledBy(number), id: idOf(number), domain: 'made', examples: [] };
}

/** The same without most of its rules, for regions of which only the rows matter. */
export function lightItem(number: number): ServiceItem {
  const item = fullItem(number);
  const plain = item.obligations.filter(({ when }) => 'all' in when && when.all.length === 0);
  return { ...item, questions: [], obligations: plain.slice(0, 3) };
}

/** The real items and the made ones that all regions share. */
export function baseKnowledge(shared: number): Knowledge {
  return withPlans(compiledRegion(regionCalled('base'), [...realItems(), ...numbers(0, shared).map(fullItem)]));
}

/** All that a region offers, compiled as one knowledge. */
export function regionKnowledge(id: string, { shared, changed, leftOut, own }: Region): Knowledge {
  const common = numbers(0, shared - leftOut).map((number) =>
    number < changed ? withOwnPlace(fullItem(number), id) : fullItem(number),
  );
  const items = [...realItems(), ...common, ...numbers(shared, own).map(fullItem)];
  return withPlans(compiledRegion(regionCalled(id), items));
}

/** An item as a region has it: with a window of its own. */
export function withOwnPlace(item: ServiceItem, region: string): ServiceItem {
  const place: Obligation = {
    ...{ id: `place/local/${region}`, kind: 'place', when: { all: [] } },
    ...{ sources: [], local: true, say: `${region} 政务服务大厅，综合窗口` },
  };
  return { ...item, obligations: [...item.obligations.filter(({ kind }) => kind !== 'place'), place] };
}

/** Counts from a number on. */
export function numbers(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

function withPlans(knowledge: Knowledge): Knowledge {
  const plans = knowledge.items.flatMap(({ id, domain }): (readonly [string, Plan])[] => {
    const model = domain === 'made' ? modelOf(Number(id.slice('made-'.length))).id : id;
    const plan = real.plans?.[model];
    return plan === undefined ? [] : [[id, plan]];
  });
  return plans.length === 0 ? knowledge : { ...knowledge, plans: Object.fromEntries(plans) };
}

function modelOf(number: number): ServiceItem {
  return models[number % models.length] as ServiceItem;
}

function idOf(number: number): string {
  return `made-${String(number).padStart(6, '0')}`;
}
