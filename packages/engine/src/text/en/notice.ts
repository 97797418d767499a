import type { AmountInWords, NoticeSentences } from '../notice-sentences.ts';
import { noticeZhCn } from '../zh-cn/notice.ts';
import { wordsEn } from './words.ts';

/** What stands on a notice in English. */
export const noticeEn: NoticeSentences = {
  title: 'The one complete notice',
  sections: {
    ineligible: 'Cannot be done now',
    handoff: 'A clerk has to handle this',
    first: 'Do first',
    materials: 'Bring',
    maybe: 'Bring if it applies',
    forms: 'Not to bring: filled in at the window',
    'not-needed': 'Need not bring',
    conditions: 'What must be fulfilled',
    steps: 'At the window',
    fees: 'What it costs',
    time: 'How long it takes',
    deadlines: 'By when',
    places: 'Where to go',
    proxy: 'Can someone else go',
    online: 'Can it be done online',
    results: 'What you receive',
    suggestions: 'Worth doing in the same trip',
    warnings: 'Please note',
    deferrable: 'May follow later',
    help: 'Whom to ask',
    why: 'Why this is asked',
  },
  materialsTitle: (count) => `Bring (${count})`,
  maybeTitle: (count, phone) => `Bring if it applies (${count}); to be sure, call ${phone}`,
  perhapsIneligible: 'Perhaps it cannot be done: find out first',
  perhapsHandoff: 'Perhaps a clerk has to handle it: find out first',
  nothingToBring: 'Nothing to bring.',
  amount: amountInWords,
  anyOne: 'any one of these: ',
  ifMissing: (howToGet) => `If you do not have it: ${howToGet}`,
  lacking: 'You said that you do not have it; get it first.',
  deferrable: 'may follow later',
  deferrableHow: 'Accepted without it against a written promise; bring it within the time that the window sets.',
  waived: (material) => `${material} (not needed: the office looks it up itself)`,
  photo: (rule) => `Photo: ${rule}`,
  issuer: (name) => `Issued by ${name}`,
  sentenceGap: '. ',
  partGap: '; ',
  when: (when, kind) => `${when}${kind === 'line' ? ': ' : kind === 'choice' ? ', ' : ', bring '}`,
  localWords: '以窗口为准',
  local: 'the local window decides',
  find: (ways) => `How to find out: ${ways.join(' ')}`,
  ofItem: (title, text) => `${title}: ${text}`,
  instead: (where) => `Instead: ${where}`,
  fee: (label, amount) =>
    amount === undefined ? `${label}: ask the window` : amount === 0 ? `${label}: free` : `${label}: ${amount} yuan`,
  free: 'These rules hold no charge.',
  total: (yuan) => (yuan === 0 ? 'Total: free' : `Total: ${yuan} yuan`),
  address: (address) => `Address: ${address}`,
  phone: (phone) => `Telephone: ${phone}`,
  hours: (spans) => `Hours: ${spans}`,
  window: ({ name, numbers, floor, low }) =>
    `${floor === undefined ? '' : `floor ${floor}, `}${name} ${numbers}${low ? ', with a low counter' : ''}`,
  access: (list) => `Access: ${list.join(', ')}`,
  hotline: (phone) => `Questions: ${phone}`,
  complaint: (phone) => `Complaints: ${phone}`,
  extraMaterial: 'If the window wants a paper that is not on this notice, please tell us and we will look into it.',
  facts: (facts) => `From what you said: ${facts.join(' · ')}`,
  unsureFact: (name) => `${name}: not sure`,
  sourcesTitle: 'Sources',
  source: noticeZhCn.source,
  sourceDate: (date) => (date === 'undated' ? 'no date in the text' : wordsEn.date(date)),
  number: (number) => `Number: ${number}`,
  ruleDate: (iso) => `Rules of ${wordsEn.date(iso)}`,
  version: (version) => `Version ${version}`,
  judgedOn: (iso) => `Told on ${wordsEn.date(iso)}`,
  fictional: (region) =>
    `${region} is a made-up city for demonstration; its places, telephones and hours are not real.`,
  writing: noticeZhCn.writing,
};

function amountInWords({ originals, copies, keeps }: AmountInWords): string {
  const filled = keeps === 'filled' ? ['filled in at the window'] : [];
  const counted = (count: number, one: string): string =>
    `${count} ${count === 1 ? one : `${one === 'copy' ? 'copie' : one}s`}`;
  const after = keeps === 'shown' ? 'shown and given back' : 'kept by the window';
  return [
    ...filled,
    ...(keeps !== 'filled' && originals > 0 ? [`${counted(originals, 'original')}, ${after}`] : []),
    ...(copies > 0 ? [counted(copies, 'copy')] : []),
  ].join('; ');
}
