import type { AnswerValue } from '@onetrip/engine';

/** What a recorded question is called in our flow, where its own name in kebab-case is not it. */
interface Renamed {
  readonly question: string;
  /** Recorded answers that are a stretch of a number or a date with us. */
  readonly answers?: Readonly<Record<string, AnswerValue>>;
}

const cutIn2013 = '2013-01-19';
const cutIn1997 = '1997-01-01';
const age: Renamed = { question: 'age', answers: { 'under-21': '..21', '21-or-over': '21..' } };

const renamed: Readonly<Record<string, Readonly<Record<string, Renamed>>>> = {
  'towing-rules': {
    how_long_entitlements: {
      question: 'licence-issued',
      answers: { 'before-19-Jan-2013': `..${cutIn2013}`, 'after-19-Jan-2013': `${cutIn2013}..` },
    },
    date_licence_was_issued: {
      question: 'licence-issued',
      answers: {
        'licence-issued-before-19-Jan-2013': `..${cutIn2013}`,
        'licence-issued-after-19-Jan-2013': `${cutIn2013}..`,
      },
    },
    date_licence_was_issued_msv: {
      question: 'licence-issued',
      answers: { 'before-jan-1997': `..${cutIn1997}`, 'from-jan-1997': `${cutIn1997}..` },
    },
    how_old_are_you_msv: age,
    // Here the youngest are named before them, so that "under 21" means 18 to 20.
    how_old_are_you_msv_2: {
      question: 'age',
      answers: { 'under-18': '..18', 'under-21': '18..21', '21-or-over': '21..' },
    },
    how_old_are_you_lv: age,
    how_old_are_you_minibus: age,
    how_old_are_you_bus: age,
  },
  // Two flows ask "which country" and offer different ones.
  'register-a-birth': { which_country: { question: 'country-now' } },
};

/** A recorded answer as a question of ours and its value. */
export function inOurWords(flow: string, question: string, answer: string): readonly [string, AnswerValue] {
  const own = renamed[flow]?.[question];
  const value = own?.answers?.[answer] ?? kebab(answer.replaceAll(',', '-and-'));
  return [own?.question ?? kebab(question), value];
}

function kebab(name: string): string {
  return name.replaceAll('_', '-');
}
