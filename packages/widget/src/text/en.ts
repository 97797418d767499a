import type { Words } from './words.ts';

/** The interface in English, for residents who do not read Chinese. */
export const en: Words = {
  name: 'OneTrip',
  tagline: 'What to bring, where to go and what it costs, said once',
  notice: 'Complete notice',
  person: 'You',
  loading: 'Opening',
  sending: 'Working it out',
  separator: ', ',

  header: { larger: 'Larger text', restart: 'Start again', clerk: 'Talk to a person' },

  examples: {
    lead: 'You can say',
    // The knowledge is Chinese: an English sentence would not be understood.
    sayings: [],
    items: 'Choose what you need',
  },

  composer: {
    first: 'Say in Chinese what you need',
    example: '身份证丢了',
    later: 'You can also type, in Chinese, an answer or another question',
    send: 'Send',
    left: (count) => `${count} characters left`,
  },

  question: {
    remaining: (atMost) => (atMost === 1 ? 'At most 1 question to go' : `At most ${atMost} questions to go`),
    last: 'This is the last question',
    unsure: 'Not sure',
    why: 'Why do you ask?',
    because: 'Because',
    typeNumber: (unit) => (unit ? `Or type a number (${unit})` : 'Or type a number'),
    typeDate: 'Or type a date',
    confirm: 'Confirm',
    options: (count) => `${count} options`,
    keep: 'Leave it as it is',
    changing: 'Change it to?',
    chosen: 'chosen now',
  },

  answers: {
    understood: 'What I understood',
    answered: 'You said',
    change: 'Change',
    changeWhat: (name) => `Change: ${name}`,
    dormant: 'no longer asked',
    added: 'Added',
    removed: 'No longer needed',
    same: 'Changed. What you need to bring stays the same.',
  },

  trip: {
    lead: 'You need',
    notThis: 'Not this?',
    remove: 'Remove',
    removeWhat: (title) => `Remove: ${title}`,
    notThisWhat: (title) => `Not this? ${title}`,
  },

  choices: {
    lead: 'Which one do you need?',
    none: 'None of these',
    sayOtherwise: 'Please put it another way and I will look again.',
  },

  checklist: {
    title: 'What to bring',
    empty: 'Answer a few questions and the list appears here.',
    certain: (count) => `Certain (${count})`,
    possible: (count) => `Possible (${count})`,
    dropped: (count) => `Not needed (${count})`,
    summary: (certain, possible) => (possible > 0 ? `${certain} certain, ${possible} possible` : `${certain} certain`),
  },

  sheet: {
    number: 'No.',
    facts: 'From what you said',
    lack: 'I do not have this',
    lackWhat: (material) => `I do not have this: ${material}`,
    have: 'You said you do not have this. I do have it',
    haveWhat: (material) => `You said you do not have this. I do have it: ${material}`,
    add: 'Add this',
    addWhat: (title) => `Add this: ${title}`,
    basis: 'Source',
    reasons: 'Reasons',
    because: (line, answers) => `${line}: because ${answers.join(', ')}`,
    sources: (count) => `Sources (${count})`,
    basisMark: (numbers) => `[${numbers.join(', ')}]`,
    sourceAddress: 'Original text',
    local: 'the local window decides',
    packed: (done, all) => `${done} of ${all} ready`,
    print: 'Print',
    restart: 'Start again',
    clerk: 'Talk to a person',
    rules: (date, version) => `Rules checked on ${date} · version ${version}`,
    today: (date) => `Issued on ${date}`,
    earlier: (count) => `Our conversation so far (${count})`,
    maybe: 'If',
    changedTo: 'After the change',
  },

  handoff: {
    title: 'A person takes over',
    orCall: 'You can also ask by telephone',
    phone: 'Please call',
    goOn: 'Go on by myself',
    known: 'Already known, no need to repeat',
  },

  did: {
    lack: (material) => `I do not have: ${material}`,
    add: (title) => `Add: ${title}`,
    remove: (title) => `Not needed: ${title}`,
    clerk: 'Talk to a person',
    back: 'Back',
  },

  problem: {
    title: 'That did not work',
    retry: 'Try again',
    byCode: {
      unreachable: 'No connection. Nothing you wrote is lost; please try again.',
      'unknown-consultation':
        'This consultation was closed after a long pause. Please start again; your words are still here.',
      'unreadable-knowledge': 'The rules could not be read. Please try again later, or call.',
    },
    other: 'That did not work. Nothing you wrote is lost; please try again.',
    misconfigured: 'This page is not set up: it needs an api or a knowledge address.',
  },

  desk: {
    title: 'OneTrip · Desk',
    search: 'What does the caller need',
    searchHint: 'Type a name, an everyday word or pinyin initials such as sfz; Enter takes the first',
    searchSecond: 'Add another item',
    found: (count) => `${count} found`,
    noneFound: 'Nothing found, try other words',
    questions: 'To ask',
    open: (open, all) => `Open: ${open} of ${all}`,
    settled: 'All settled',
    undecided: 'open',
    moot: 'the answer no longer matters',
    dormant: 'does not apply here',
    unsure: 'caller does not know',
    addItem: 'Add an item',
    readAloud: 'Read to the caller',
    readNext: 'Next sentence',
    readPrevious: 'Previous sentence',
    readPlace: (now, all) => `Sentence ${now} of ${all}`,
    again: 'Next caller',
    keys: 'Keys',
    close: 'Close',
    empty: 'Choose an item: its questions appear here and the notice on the right.',
    typed: (unit) => (unit ? `Number (${unit})` : 'Number'),
    keyList: [
      { keys: ['1', '–', '9'], does: 'answer the current question' },
      { keys: ['0'], does: 'caller does not know' },
      { keys: ['↑', '↓'], does: 'previous and next question' },
      { keys: ['Enter'], does: 'next open question' },
      { keys: ['Space'], does: 'read the next sentence; with Shift the one before' },
      { keys: ['+'], does: 'add another item' },
      { keys: ['/'], does: 'go to the search box' },
      { keys: ['Esc'], does: 'back to the search box, close this list' },
      { keys: ['?'], does: 'show the keys' },
    ],
  },
};
