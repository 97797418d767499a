import type { Clause } from '../words/clauses.ts';
import { mishaps } from '../words/everyday-words.ts';
import type { Sense } from '../words/everyday-words.ts';
import { isNegated } from '../words/negation.ts';
import type { Spot } from '../words/phrases.ts';
import type { Thing } from './things.ts';

/**
 * What a named thing is to the request.
 *
 * `wanted`: to be done. `trouble`: something happened to it. `material`: to be brought or used. `absent`: not had or not
 * done. `past`: already done or only the time of something else. `aside`: part of another word (身份证号码).
 */
export type Role = 'wanted' | 'trouble' | 'material' | 'absent' | 'past' | 'aside';

/** Words of ownership and the like that may stand between a verb and its paper; looked at over a few characters only. */
const small =
  '(?:我的|自己的|本人的|父母的|双方的|爸妈的|孩子的|他的|她的|父母双方的|我|自己|本人|父母|双方|夫妻|孩子|新|旧|老|原|过|着|上|好|到|个|一个|一本|张|那个|这个|先)?';
const usedBefore = new RegExp(
  `(?:用|凭|凭借|拿|持|带|出示|提供|提交|交|需要|需|必须|必须有|得有|要有|只有|有|要|要不要|需不需要|有没有|忘带)${small}$`,
  'u',
);
const wantedBefore = /(?:我要|想要|只要|还要|也要|就要)$/u;
const absentBefore = new RegExp(`(?:没有|还没有|没|无|缺|缺少|没带|不带|没拿|没办|没领|还没办|还没领)${small}$`, 'u');
const doneBefore = /(?:领了|办了|拿了|有了|领过|办过|拿到|领到|领完|办完|换了|补了)(?:新|个|新的)?$/u;
const attributeBefore = /(?:外地|本地|外省|本省|本市|外市|农村|农业|城镇|集体|异地|老家|原籍)的?$/u;
const attributeAfter = /^(?:所在|在(?!哪里?办|哪儿?办)|是(?!不是))/u;
const timeAfter = /^(?:了|过)?(?:以后|之后|后|的时候|之前|以前|期间)|^了(?=[^吗么没不呢吧]{2})/u;
/** 身份证还在: it is there, and nothing is asked of it. */
const thereAfter = /^(?:还|都|也|倒)?在(?:的|呢|身上|手上|手里|家里?|身边)?$/u;
/** What is needed and asked for: 上学要无房证明，去哪开. */
const wantedAfter = /^[，, ]?(?:去哪|在哪|到哪|哪里|哪儿|怎么|咋|如何)(?:能|可以|去|里|儿)?(?:开|办|补|领|申请|弄|换)/u;
const asideAfter = /^(?:号|地址查|绑定)/u;
const paper = /(?:证|簿|本|照|卡|表|书|单|册|明)$/u;
const namesPaper = /[证簿本照卡]/u;
const verb = /^(?:办|补|换|领|申|上|迁|报|落|入|挂|改|更|续|登|取|考|新办)/u;

/** Tells what a named thing is to the request, from the words beside it in its clause. */
export function roleOf(spot: Spot<Thing>, clause: Clause, senses: ReadonlySet<Sense>): Role {
  const before = clause.text.slice(Math.max(0, spot.start - clause.start - 10), spot.start - clause.start);
  const after = clause.text.slice(spot.end - clause.start);
  const isPaper = paper.test(spot.phrase) && !verb.test(spot.phrase);
  if (isAside(spot.phrase, before, after)) return 'aside';
  if (isPaper && /^复印件|^原件/u.test(after)) return 'material';
  if (timeAfter.test(after) && !namesPaper.test(spot.phrase)) return 'past';
  if (isPaper && thereAfter.test(after)) return 'past';
  if (isPaper && absentBefore.test(before) && !/有没有$/u.test(before)) return 'absent';
  if (isPaper && doneBefore.test(before)) return 'past';
  if (!isPaper && isNegated(clause.text, spot.start - clause.start)) return 'absent';
  const trouble = mishaps.some((sense) => senses.has(sense));
  if (isPaper && usedBefore.test(before) && !wantedBefore.test(before) && !wantedAfter.test(after)) return 'material';
  return trouble ? 'trouble' : 'wanted';
}

function isAside(phrase: string, before: string, after: string): boolean {
  // 身份证明 is a proof of who one is, not an identity card.
  if (phrase.endsWith('证') && after.startsWith('明')) return true;
  if (/^(?:户口|户籍)$/u.test(phrase) && (attributeBefore.test(before) || attributeAfter.test(after))) return true;
  return asideAfter.test(after);
}
