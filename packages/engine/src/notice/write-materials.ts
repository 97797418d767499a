import type { Condition } from '../model/condition.ts';
import type { PhotoSpec } from '../model/material.ts';
import type { NoticeLine, NoticeMaterial } from '../model/notice.ts';
import { sentencesOf } from '../text/sentences-of.ts';
import { addAmounts, amountNotes, amountOf, countAmount, extraAmount, greaterAmount, nothing } from './amount.ts';
import { isSameAmount } from './amount.ts';
import type { Amount } from './amount.ts';
import { asksToBring } from './claim.ts';
import type { Claim, Demand } from './claim.ts';
import { sayCondition } from './describe-condition.ts';
import { writeDoubt } from './doubt.ts';
import { doubtOf, grounds, itemWords, joinNotes, materialName } from './scribe.ts';
import type { Scribe } from './scribe.ts';
import { isAlways, isNever, simplifyCondition } from './simplify-condition.ts';

type OpenClaim = Claim & { readonly open: Condition };

/** The bring list: every demand that asks to bring something, certain or open. */
export function writeMaterials(demands: readonly Demand[], scribe: Scribe): readonly NoticeMaterial[] {
  return demands.filter(({ claims }) => claims.some(asksToBring)).map((demand) => writeMaterial(demand, scribe));
}

/** What need not be brought because the office looks it up itself, and no item of the trip asks for otherwise. */
export function writeWaived(demands: readonly Demand[], scribe: Scribe): readonly NoticeLine[] {
  const { waived } = sentencesOf('zh-CN').notice;
  return demands
    .filter(({ claims }) => !claims.some(asksToBring))
    .map(({ key, slots, claims }) => {
      const names = slots.map((slot) => materialName(scribe, materialOf(slot, claims)));
      const open = claims.every((claim) => claim.open !== undefined)
        ? joinOpen(claims.filter(isOpen), scribe)
        : undefined;
      return {
        id: `waived/${key}`,
        text: waived([...new Set(names)].join(sentencesOf('zh-CN').words.or)),
        ...joinNotes(claims.map(({ obligation }) => obligation.note)),
        ...(open === undefined || isAlways(open) ? {} : doubtOf(scribe, open)),
        ...grounds(scribe, claims),
      };
    });
}

function writeMaterial({ key, slots, claims }: Demand, scribe: Scribe): NoticeMaterial {
  const bring = claims.filter(asksToBring);
  const open = bring.filter(isOpen);
  const joined = bring.length === open.length ? joinOpen(open, scribe) : undefined;
  const [main, ...others] = presentFirst(slots, claims, scribe).map((slot) => writeSlot(slot, bring, scribe));
  if (main === undefined) throw new TypeError(`a material without uses: ${key}`);
  const { howToGet, note: ownNote, ...rest } = main;
  // A choice has one note for the whole line; what is about its first alternative says so.
  const note = ownNote === undefined || others.length === 0 ? ownNote : `${main.text}：${ownNote}`;
  const material = scribe.materials.get(main.material);
  return {
    id: `material/${key}`,
    ...rest,
    ...joinNotes([itemsNote(bring, scribe), note, ...bring.flatMap((claim) => claimNotes(claim, scribe, joined))]),
    ...(howToGet === undefined ? {} : { howToGet }),
    ...(joined === undefined || isAlways(joined) ? {} : doubtOf(scribe, joined)),
    ...grounds(scribe, claims),
    necessity: bring.some(({ obligation }) => obligation.necessity === 'required') ? 'required' : 'deferrable',
    issuer: material?.issuer ?? '',
    ...(material?.photo === undefined ? {} : { photo: photoText(material.photo, scribe) }),
    lacking: slots.every((slot) => scribe.situation.lacks.includes(materialOf(slot, claims))),
    or: others,
  };
}

/** One alternative: how much of it, summed over all claims. */
function writeSlot(slot: string, bring: readonly Claim[], scribe: Scribe): NoticeMaterial['or'][number] {
  const claims = bring.flatMap((claim) => {
    const use = claim.uses.get(slot);
    return use === undefined ? [] : [{ claim, use, amount: amountOf(use) }];
  });
  const certain = claims.filter(({ claim }) => claim.open === undefined);
  const open = claims.flatMap(({ claim, amount }) => (isOpen(claim) ? [{ open: claim.open, amount }] : []));
  const material = materialOf(slot, bring);
  const { amount, notes } =
    certain.length > 0
      ? certainAmount(
          certain.map((entry) => entry.amount),
          open,
          scribe,
        )
      : openAmount(open, scribe);
  const howToGet = scribe.materials.get(material)?.howToGet;
  const own = claims.map(({ claim, use }) =>
    conditionalNote(use.note, certain.length > 0 ? claim.open : undefined, scribe),
  );
  return {
    material,
    text: materialName(scribe, material),
    ...countAmount(amount),
    ...joinNotes([...amountNotes(amount, scribe.words), ...own, ...notes]),
    ...(howToGet === undefined ? {} : { howToGet }),
  };
}

interface OpenAmount {
  readonly open: Condition;
  readonly amount: Amount;
}

interface NotedAmount {
  readonly amount: Amount;
  readonly notes: readonly string[];
}

/** What is certain counts; what may come on top is said beside it, with how to find out. */
function certainAmount(certain: readonly Amount[], open: readonly OpenAmount[], scribe: Scribe): NotedAmount {
  const amount = certain.reduce(addAmounts, nothing);
  const notes = open.flatMap((further) => {
    const extra = extraAmount(amount, further.amount);
    if (extra === undefined) return [];
    const { says, find } = writeDoubt(further.open, scribe.knowledge);
    return [scribe.words.extraIf(says, extra), ...find];
  });
  return { amount, notes };
}

/** Enough for every case that may come true; where the cases differ, each is named. */
function openAmount(open: readonly OpenAmount[], scribe: Scribe): NotedAmount {
  const combine = excludeEachOther(open, scribe) ? greaterAmount : addAmounts;
  const amount = open.map((entry) => entry.amount).reduce(combine, nothing);
  if (open.every((entry) => isSameAmount(entry.amount, amount))) return { amount, notes: [] };
  const cases = open.map((entry) =>
    scribe.words.amountIf(sayCondition(entry.open, scribe.knowledge), countAmount(entry.amount)),
  );
  return {
    amount,
    notes: new Set(open.map((entry) => JSON.stringify(entry.open))).size === 1 ? [] : [scribe.words.atMost, ...cases],
  };
}

function excludeEachOther(open: readonly OpenAmount[], scribe: Scribe): boolean {
  return open.every((a, index) =>
    open
      .slice(index + 1)
      .every((b) =>
        isNever(simplifyCondition({ all: [a.open, b.open] }, scribe.knowledge.questions, { open: scribe.open })),
      ),
  );
}

function claimNotes({ obligation, open }: Claim, scribe: Scribe, joined: Condition | undefined): readonly string[] {
  const note = conditionalNote(obligation.note, joined === undefined ? open : undefined, scribe);
  return note === undefined ? [] : [note];
}

/** Where a trip has several items, which of them want the material. */
function itemsNote(claims: readonly Claim[], scribe: Scribe): string | undefined {
  const items = scribe.trip.filter((item) => claims.some((claim) => claim.item === item));
  if (items.length === scribe.trip.length) return undefined;
  return scribe.words.forItems(items.map((item) => itemWords(scribe, item).name));
}

/** A note that belongs to an open claim must not sound certain beside a certain one. */
function conditionalNote(note: string | undefined, open: Condition | undefined, scribe: Scribe): string | undefined {
  if (note === undefined || open === undefined) return note;
  return scribe.words.noteIf(writeDoubt(open, scribe.knowledge).says, note);
}

function joinOpen(claims: readonly OpenClaim[], { knowledge, open }: Scribe): Condition {
  return simplifyCondition({ any: claims.map((claim) => claim.open) }, knowledge.questions, { open });
}

/** What the person has comes before what they said they lack; otherwise the author's order. */
function presentFirst(slots: readonly string[], claims: readonly Claim[], scribe: Scribe): readonly string[] {
  const lacks = (slot: string) => scribe.situation.lacks.includes(materialOf(slot, claims));
  return [...slots.filter((slot) => !lacks(slot)), ...slots.filter(lacks)];
}

function materialOf(slot: string, claims: readonly Claim[]): string {
  return claims.flatMap(({ uses }) => uses.get(slot)?.material ?? [])[0] ?? slot;
}

function isOpen(claim: Claim): claim is OpenClaim {
  return claim.open !== undefined;
}

function photoText({ size, background, within }: PhotoSpec, { words }: Scribe): string {
  return words.photo(size, background, within);
}
