import { hasHongKongChecksum } from './checksums.ts';
import type { PersonalKind, PersonalSpan } from './personal-kind.ts';

/**
 * Passports and permits by their letters: E and G, EA to EZ, D, S and P of the mainland, C, W, L and T for Hong Kong,
 * Macau and Taiwan, H and M for those who come from there, and two letters with seven digits as other states write them.
 */
const PERMIT = /(?<![a-z0-9_/])(?:[cdegklmpstw]\d{8}|[hm]\d{8}(?:\d{2})?|(?:[cegtmk][a-z]|[dsp]e)\d{7})(?![a-z0-9_])/gi;
/** Hong Kong identity cards, with their check character in brackets. */
const HONG_KONG = /(?<![a-z0-9])([a-z]{1,2})(\d{6})\(([0-9a])\)/gi;
/** Plates, with the eighth place of new-energy cars; I and O are not used. */
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z][ ·.-]?(?=[a-hj-np-z]{0,3}\d)(?:[0-9a-hj-np-z]{5}[0-9a-hj-np-z挂学警港澳]?)(?![a-z0-9])/gi;
/** What stands behind the name of a number is that number, even when nobody could tell by looking at it. */
const NAMED = [
  {
    kind: 'permit',
    pattern:
      /(?:护照|通行证|台胞证|回乡证|居留证|军官证|证件|passport)(?:号码|编号|号| ?no\.?)[是为:：# ]{0,3}([a-z]{0,3}\d{5,12}[a-z]?)(?![a-z0-9])/gi,
  },
  { kind: 'resident-id', pattern: /身份(?:证号码|证号|号码)[是为:：# ]{0,3}(\d{14,18}x?)(?![a-z0-9])/gi },
  { kind: 'bank-card', pattern: /(?:银行卡|卡|银行账|账|帐)(?:号码|号)[是为:：# ]{0,3}(\d{12,19})(?![a-z0-9])/gi },
  { kind: 'landline', pattern: /(?:电话|座机|手机|tel)(?:号码|号)?[是为:：.# ]{0,3}([2-8]\d{6,7})(?![a-z0-9])/gi },
] as const satisfies readonly { readonly kind: PersonalKind; readonly pattern: RegExp }[];

/** Finds what is written with letters: permits, plates, and numbers that are called by name. */
export function findWritten(text: string): readonly PersonalSpan[] {
  const hongKong = [...text.matchAll(HONG_KONG)].filter(([, letters = '', digits = '', check = '']) =>
    hasHongKongChecksum(letters, digits, check),
  );
  return [
    ...spansOf('permit', text.matchAll(PERMIT)),
    ...spansOf('permit', hongKong),
    ...spansOf('plate', text.matchAll(PLATE)),
    ...NAMED.flatMap(({ kind, pattern }) => [...spansOf(kind, text.matchAll(pattern))]),
  ];
}

/** A pattern with a group means the group, which ends where the match ends; one without means all of the match. */
function spansOf(kind: PersonalKind, matches: Iterable<RegExpMatchArray>): readonly PersonalSpan[] {
  return [...matches].map((match) => {
    const end = (match.index ?? 0) + match[0].length;
    const number = kind === 'permit' || kind === 'plate' ? match[0] : (match[1] ?? match[0]);
    return { kind, start: end - number.length, end };
  });
}
