/** Words that deny what follows, when nothing but small words stands between. */
const denial =
  /(?:没有|没|不是|并不是|不算|不属于|并非|未|无|不|别|非|不用|不要|不会|不想|无需|是不是|有没有|会不会|要不要|是否|有无)(?:真|被|给|曾|再|要|有|弄|把|它|去|在|都|怎么)?$/u;
/** 没问题, 不小心 and 不知道 end in words that would otherwise look like part of a denial. */
const noDenial = /(?:没关系|差不|了不|要不|对不)$/u;

/**
 * Whether what begins at `start` is denied or only wondered about: 没丢, 不是丢了, 是不是到期.
 *
 * Looks back a few characters and never over a pause. A denial inside the phrase itself (没了, 未婚) is not seen: that is
 * what the phrase says.
 */
export function isNegated(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 6), start).replace(/^.*[，。；！？,.;!? ]/u, '');
  return denial.test(before) && !noDenial.test(before);
}
