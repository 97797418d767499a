import type { PhotoSpec } from '../model/material.ts';
import type { MaterialUse } from '../model/obligation.ts';
import { isCertain } from './claim.ts';
import type { Claim, Demand } from './claim.ts';
import { materialName } from './scribe.ts';
import type { Scribe } from './scribe.ts';

/**
 * Lets the stricter of two photo rules win: photos of one size are taken once, as the strictest window wants them,
 * and counted together. What each is for stays on the line. A photo that is not certain takes nothing over.
 */
export function joinPhotos(demands: readonly Demand[], scribe: Scribe): readonly Demand[] {
  const left = [...demands];
  for (;;) {
    const pair = pairOf(left, scribe);
    if (pair === undefined) return left;
    const [host, guest] = pair;
    const claims = guest.claims.map((claim) => takeOver(claim, host, guest, scribe));
    left[left.indexOf(host)] = { ...host, claims: [...host.claims, ...claims] };
    left.splice(left.indexOf(guest), 1);
  }
}

function pairOf(demands: readonly Demand[], scribe: Scribe): readonly [Demand, Demand] | undefined {
  for (const guest of demands) {
    const rule = photoOf(guest, scribe);
    if (rule === undefined) continue;
    const hosts = demands.filter((host) => {
      const stricter = host === guest || !isCertain(host) ? undefined : photoOf(host, scribe);
      if (stricter === undefined || !satisfies(stricter, rule)) return false;
      // Two equal rules: the one with the smaller name takes over, whichever item came first.
      return !(satisfies(rule, stricter) && isCertain(guest)) || host.key < guest.key;
    });
    const [host] = hosts.sort((a, b) => (a.key < b.key ? -1 : 1));
    if (host !== undefined) return [host, guest];
  }
  return undefined;
}

function photoOf({ slots, key }: Demand, { materials }: Scribe): PhotoSpec | undefined {
  return slots.length === 1 ? materials.get(key)?.photo : undefined;
}

function satisfies(photo: PhotoSpec, rule: PhotoSpec): boolean {
  const isOfColour = rule.background === undefined || photo.background === rule.background;
  return photo.size === rule.size && isOfColour && isAsRecent(photo.within, rule.within);
}

function isAsRecent(within: string | undefined, rule: string | undefined): boolean {
  if (rule === undefined || within === rule) return true;
  const days = within === undefined ? undefined : daysOf(within);
  const most = daysOf(rule);
  return days !== undefined && most !== undefined && days <= most;
}

/** 近 6 个月内 → 180. Rules without a number, such as 近期, can only be compared with themselves. */
function daysOf(within: string): number | undefined {
  const [, count, unit] = /(\d{1,4})\s?(天|日|周|个月|年)/u.exec(within) ?? [];
  const days = { 天: 1, 日: 1, 周: 7, 个月: 30, 年: 365 }[unit ?? ''];
  return count === undefined || days === undefined ? undefined : Number(count) * days;
}

function takeOver(claim: Claim, host: Demand, guest: Demand, scribe: Scribe): Claim {
  const uses = new Map<string, MaterialUse>();
  for (const use of claim.uses.values()) {
    const purpose = scribe.words.alsoAs(use.originals, materialName(scribe, guest.key));
    const note = use.note === undefined ? purpose : `${purpose}，${use.note}`;
    uses.set(host.key, { ...use, material: host.key, note });
  }
  return { ...claim, uses };
}
