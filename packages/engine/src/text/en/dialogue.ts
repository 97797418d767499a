import type { Aspect } from '../../model/obligation.ts';
import type { HandoffReply } from '../../model/reply.ts';
import type { ConcludedCounts, DecidedByAnswer, DecidedKind, DialogueSentences } from '../dialogue-sentences.ts';

/** What OneTrip says in English while it asks. */
export const dialogueEn: DialogueSentences = {
  greeting: 'Hello, this is OneTrip. Say what you need done, and I will tell you once everything to bring.',
  examples: (utterances) => `You can say, for example: ${utterances.join(', ')}.`,
  trip: (titles) => `You need: ${titles.join('; ')}.`,
  understood: (facts) => `I understood: ${facts.map(({ name, label }) => `${name}: ${label}`).join('; ')}.`,
  remaining: (atMost) =>
    atMost === 0 ? 'This is the last question.' : `At most ${atMost} more ${atMost === 1 ? 'question' : 'questions'}.`,
  lookAt: (questionNames) => `depends on ${questionNames.map((name) => `“${name}”`).join(', ')}`,
  chooseFirst: 'Choose one of these, or say what you need done.',
  chooseOne: 'Which of these do you need? If none of them, please say it in other words.',
  notFound: (phone) => `I did not find this here. Please say it in other words, or call ${phone}.`,
  nearest: 'Is it one of these?',
  handoff: (reason, phone) =>
    `${handoffReasons[reason]} Please call ${phone} and tell them what is known so far, so that you need not start again.`,
  handoffSummary: (facts) => `Known so far: ${facts.join('; ')}.`,
  discontinued: (title, say) => `${title} is no longer offered. ${say}`,
  instead: (title) => `You can do this instead: ${title}.`,
  problem: {
    'empty-message': 'No words arrived. Please say what you need done, or choose an answer.',
    'message-too-long': 'This is longer than 500 characters. Please say in one or two sentences what you need done.',
    'unknown-item': 'This is not offered here. Please choose from the list, or say it in other words.',
    'unknown-question': 'There is no such question. Please answer the one that stands now.',
    'unknown-option': 'This is not one of the answers. Please choose one; if in doubt, choose “not sure”.',
    'unknown-material': 'There is no such material. Please choose one from the list of what to bring.',
    'nothing-to-change': 'There is no earlier answer to change. Please go on with this question.',
    'no-trip-yet': 'I do not know yet what you need. Please say first what you need done.',
    'not-understood':
      'I did not understand this. Please say it in other words or choose an answer; say “人工” for a person.',
  },
  difference,
  concluded,
  fact: (aspect) => factTitles[aspect],
  wholeNotice: 'For the whole notice, please go on answering.',
  nothingWritten: (phone) => `The rules say nothing about this. Please call ${phone}.`,
  added: (title) => `Added: ${title}.`,
  alreadyThere: (title) => `${title} is already part of this trip.`,
  removed: (title) => `Removed: ${title}.`,
  lacking: (material, howToGet) => `Noted: you do not have ${material}.${howToGet === undefined ? '' : ` ${howToGet}`}`,
  offerIssuer: (title) => `It can be done in the same trip: ${title}. Add it?`,
  why,
  tookUnsure: 'Noted as not sure. The notice will say how to find out.',
  findOut: (find) => `How to find out: ${find}`,
  changeAnswer: 'Please answer this question again.',
  wentBack: 'Back to the question before.',
  startedAgain: 'Starting again.',
  askAgain: 'Please answer once more.',
};

const handoffReasons: Readonly<Record<HandoffReply['reason'], string>> = {
  asked: 'A person will help you.',
  outside: 'I cannot answer this yet and do not want to send you on a wasted trip.',
  rule: 'Your case has to be decided by a clerk.',
  'not-understood': 'I did not understand, and guessing further would waste your time.',
};

const factTitles: Readonly<Record<Aspect, string>> = {
  materials: 'What to bring:',
  fee: 'What it costs:',
  time: 'How long it takes:',
  place: 'Where to go:',
  hours: 'Opening hours:',
  proxy: 'Whether someone else may go:',
  online: 'Whether it can be done online:',
  eligibility: 'What must be fulfilled:',
};

const decides: Readonly<Record<DecidedKind, string>> = {
  ineligible: 'whether it can be done',
  handoff: 'whether a clerk has to handle it',
  eligibility: 'what you must fulfil',
  before: 'what must be done first',
  fee: 'what it costs',
  time: 'how long it takes',
  place: 'where to go',
  deadline: 'the last day for it',
  proxy: 'whether someone else may go',
  online: 'whether it can be done online',
  step: 'what happens at the window',
  result: 'what you receive',
  'not-needed': 'what you need not bring',
  suggest: 'what is worth doing in the same trip',
  warning: 'what to be careful about',
};

function why({ materials, kinds }: DecidedByAnswer): string {
  const parts = [
    ...(materials.length > 0 ? [`whether you bring ${materials.join(', ')}`] : []),
    ...(Object.keys(decides) as DecidedKind[]).filter((kind) => kinds.includes(kind)).map((kind) => decides[kind]),
  ];
  return parts.length === 0 ? 'Because it changes the notice.' : `Because it decides ${parts.join('; ')}.`;
}

function difference(added: readonly string[], removed: readonly string[]): string {
  if (added.length === 0 && removed.length === 0) return 'Changed. The notice stays the same.';
  const more = added.length > 0 ? ` Now also: ${added.join(', ')}.` : '';
  const less = removed.length > 0 ? ` No longer: ${removed.join(', ')}.` : '';
  return `Changed.${more}${less}`;
}

function concluded({ materials, maybe, eligible }: ConcludedCounts): string {
  if (eligible === 'no')
    return 'From what you said, this cannot be done now. The notice says why and where to go instead.';
  const count = materials === 0 ? 'Nothing is certain to be needed.' : `Bring ${materials} in all.`;
  const doubt =
    maybe === 0 ? '' : ` ${maybe} more depend on what you are not sure of; the notice says how to find out.`;
  const perhaps =
    eligible === 'unsure' ? ' Whether it can be done is still open; please read the first lines of the notice.' : '';
  return `That is all I need to ask. ${count}${doubt}${perhaps}`;
}
