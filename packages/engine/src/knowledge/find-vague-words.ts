/** A word that leaves open what is meant, and where it stands in the text. */
export interface VagueWord {
  readonly word: string;
  readonly index: number;
}

/** Titles of laws and quoted words are not ours to change. */
const QUOTED = /《[^《》]*》|“[^“”]*”|「[^「」]*」|『[^『』]*』/g;

/** 等 after these is the end of a word: 平等, 甲等, 不等. But not of 合同等, 身高等, 以上等, 核对等, 水平等, 照相等. */
const DENG_BEFORE =
  /(?:[不均中初优次何头特劣甲乙丙丁一二三四五六七八九十]|(?<!合)同|(?<!身)高|(?<!以)[上下]|(?<!核)对|(?<!水)平|(?<![照拍])相)$/;
const DENG_AFTER = /^[级候待同于额值价次差效分量高距边比号]/;

/** Waiting: 等通知, 等 3 个工作日, 请等叫号. */
const WAITING_FOR =
  /^(?:[\d一二两三四五六七八九十几半] ?(?:个|天|日|分|小|周|月|年|会)|[您你我他她它谁]|叫|通知|电话|短信|审|结果|窗口|工作人员|着|到|公告|领证|制证|取证|取号|发证|出证|出件|办完|办好|办结|批准|批下|补正|补齐|寄到|寄来|送到|收到|孩子|对方|一会|一下)/;
const ASKED_TO_WAIT = /(?:请|要|需|须|先|再|就|可|在家|坐着|排队|耐心|慢慢|不用|不必|只|稍|久)$/;

/** What follows "and so on" even without an enumeration before it: 身份证等证件. */
const KIND_OF_THING =
  /^(?:$|[，。；：、！？,.;:!?）)】\s…]|等|材料|证件|证明|文件|资料|情形|情况|原因|方式|部门|单位|机构|机关|信息|手续|事项|业务|服务|费用|条件|要求|地方|场所|人员|内容|原件|复印件|相关|有关|其他|其它|有效|形式|途径|渠道|问题|权利|责任|措施|工作|主体|平台|主管|组织|社会|法律|因素|物品|工具|学校|凭证|票据|合同|照片|登记|手段|以外|各|的)/;

const PLAIN_WORDS = /其他|其它|有关|相关|相应/g;
/** 没有关系, 互相关照, 尤其他们: the two characters meet by chance. */
const CHANCE: Readonly<Record<string, { readonly before: RegExp; readonly after?: RegExp }>> = {
  其他: { before: /尤$/, after: /^们/ },
  其它: { before: /尤$/, after: /^们/ },
  有关: { before: /[没所只占享]$/, after: /^[系闭门口节联卡键注心怀爱照机]/ },
  相关: { before: /互$/, after: /^[心照联]/ },
  相应: { before: /互$/ },
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
    if (chance?.before.test(before) || chance?.after?.test(after)) continue;
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
