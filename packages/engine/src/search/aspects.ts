import type { Aspect } from '../model/obligation.ts';

/** How people ask for one part of a notice. Each word is for spelled text and holds no name of an item. */
const asked: readonly (readonly [Aspect, RegExp])[] = [
  [
    'fee',
    /多少钱|多少费用|多少元|几块钱|花多少|花钱吗|要钱吗|要钱不|要不要钱|收费|工本费|手续费|费用|缴费|交费|交钱|免费吗|是不是免费|收多少|贵不贵|什么价/gu,
  ],
  [
    'time',
    /多久|几天|多少天|多长时间|多少个?工作日|几个工作日|什么时候能?(?:拿|取|领|好|办好|下来)|啥时候能?(?:拿|取|领|好|办好|下来)|何时能|时限|快不快|当天能|当场能|加急/gu,
  ],
  [
    'place',
    /在哪|去哪|到哪|上哪|哪里|哪儿|哪办|哪个窗口|几号窗口|哪个地方|什么地方|啥地方|那里(?:办|可以|能|补|领)|地址在?哪|怎么走|哪个(?:派出所|部门|单位)|哪个大厅/gu,
  ],
  [
    'hours',
    /几点|开门|关门|上班吗|上班时间|上不上班|上班不|下班吗|营业时间|办公时间|工作时间|开放时间|(?:周|星期|礼拜)[一二三四五六日天末](?:能|可以|办|开|上|有|行|也|还|去)|周末|双休日|中午(?:办|能|上|可|有|开|休|去)|节假日|午休|放假|今天(?:开|上班|能办|办不)/gu,
  ],
  [
    'proxy',
    /代办|代领|代理|代替|委托|别人(?:去|来|帮|办|替|代)|替(?:我|他|她|人|老|爸|妈|父|母|爷|奶|孩|家)|替别人|帮(?:别人|他|她|家人|我[妈爸爷奶])|必须本人|本人(?:去|来|到场|亲自|不在|没空|必须|要去|不去|不来|不能来)|亲自|走不动|来不了|去不了|(?:爸妈|父母|双方|两个人)都要(?:去|来|到场)/gu,
  ],
  ['online', /网上|线上|手机上|用手机(?:办|能|可)|手机(?:办|能办|可以办)|小程序|app|在线|不去现场|不跑|网办/gu],
  [
    'materials',
    /带什么|带啥|带些什么|带哪些|带点什么|什么材料|哪些材料|啥材料|材料|什么证件|哪些证件|啥证件|哪些证|什么证|什么手续|啥手续|哪些手续|什么资料|哪些资料|资料|什么东西|需要什么|需要啥|要什么|要啥|准备什么|准备啥|准备哪些|要带/gu,
  ],
  [
    'eligibility',
    /能不能办|能办吗|能办不|可不可以办|可以办吗|可以办理吗|能否办理|能否办|什么条件|哪些条件|条件|资格|符合|几岁(?:能|可以|才能|办)|多大(?:能|可以|才能)|年龄(?:要求|限制|规定)|有没有资格|够不够/gu,
  ],
];

/** The parts of a notice that a message asks about, in the order of the notice. */
export function findAspects(text: string): readonly Aspect[] {
  return asked.filter(([, words]) => text.search(words) >= 0).map(([aspect]) => aspect);
}

/** Where the words stand that ask about parts of a notice, so that they are not taken for names. */
export function aspectPlaces(text: string): readonly { readonly start: number; readonly end: number }[] {
  return asked.flatMap(([, words]) =>
    [...text.matchAll(words)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
}
