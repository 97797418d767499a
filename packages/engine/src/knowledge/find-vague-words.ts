/** A word that leaves open what is meant, and where it stands in the text. */
export interface VagueWord {
  readonly word: string;
  readonly index: number;
}

/** Titles of laws and quoted words are not ours to change. */
const QUOTED = /《[^》]*》|“[^”]*”|「[^」]*」|『[^』]*』/g;

/** 等 inside these is a word of its own, not "and so on". */
const DENG_BEFORE = /[不平相同对均高中初优次何头特上下劣甲乙丙丁一二三四五六七八九十\d]$/;
const DENG_AFTER = /^[级候待同于额值价次差效分量高距边比号]/;

/** Waiting: 等通知, 等 3 个工作日, 请等叫号. */
const WAITING_FOR =
  /^(?:[\d一二两三四五六七八九十几半] ?(?:个|天|日|分|小|周|月|年|会)|[您你我他她它谁]|叫|通知|电话|短信|审|结果|窗口|工作|着|到|公告|领|制|取|办|批|发|出|补|寄|送|收到|孩子|对方|一会|一下)/;
const ASKED_TO_WAIT = /(?:请|要|需|须|先|再|就|可|在家|坐着|排队|耐心|慢慢|不用|不必|只)$/;

/** What follows "and so on" even without an enumeration before it: 身份证等证件. */
const KIND_OF_THING =
  /^(?:$|[，。；：、！？,.;:!?）)】\s…]|等|材料|证件|证明|文件|资料|情形|情况|原因|方式|部门|单位|机构|机关|信息|手续|事项|业务|服务|费用|条件|要求|地方|场所|人员|内容|原件|复印件|相关|有关|其他|其它|有效|形式|途径|渠道|问题|各|的)/;

const PLAIN_WORDS = /其他|其它|有关|相关|相应/g;
/** 没有关系, 互相关照, 尤其他们: the two characters meet by chance. */
const CHANCE: Readonly<Record<string, { readonly before: RegExp; readonly after: RegExp }>> = {
  其他: { before: /尤$/, after: /^们/ },
  其它: { before: /尤$/, after: /^们/ },
  有关: { before: /[没所只占享]$/, after: /^[系闭门口节联卡键注心怀爱照机]/ },
  相关: { before: /互$/, after: /^[心照联]/ },
  相应: { before: /互$/, after: /^$/ },
};

/**
 * Words that send a person home to fetch what was meant: 等 as "and so on", 其他, 有关, 相关, 相应.
 *
 * 等 inside 等级, 平等, 等候 or 甲等 is left alone, and so is whatever stands in quotation or title marks.
 */
export function findVagueWords(text: string): readonly VagueWord[] {
  const plain = text.replace(QUOTED, (quoted) => '〇'.repeat(quoted.length));
  const found: VagueWord[] = [];
  for (const match of plain.matchAll(PLAIN_WORDS)) {
    const chance = CHANCE[match[0]];
    const before = plain.slice(0, match.index);
    const after = plain.slice(match.index + match[0].length);
    if (chance?.before.test(before) || chance?.after.test(after)) continue;
    found.push({ word: match[0], index: match.index });
  }
  for (const match of plain.matchAll(/等+/g)) {
    if (isAndSoOn(plain.slice(0, match.index), match[0], plain.slice(match.index + match[0].length))) {
      found.push({ word: match[0], index: match.index });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

function isAndSoOn(before: string, word: string, after: string): boolean {
  if (word.length > 1) return !/[请再]$/.test(before);
  if (DENG_BEFORE.test(before) || DENG_AFTER.test(after)) return false;
  const clause = before.split(/[，。；！？,;!?]/).at(-1) ?? '';
  if (clause.trim() === '') return false;
  if (ASKED_TO_WAIT.test(before) || WAITING_FOR.test(after)) return false;
  return clause.includes('、') || KIND_OF_THING.test(after);
}
