import type { ProblemText } from './problem-text-zh.ts';

/** The sentences in English. */
export const problemTextEn: ProblemText = {
  'malformed-json': { title: 'Not JSON', detail: 'The body is not JSON in UTF-8. Check it and send it again.' },
  'unknown-consultation': {
    title: 'No such consultation',
    detail: 'The consultation has expired, or the id is wrong. Please begin again.',
  },
  'unknown-item': { title: 'No such item', detail: 'No service item has this id. /api/items lists them all.' },
  'unknown-receipt': {
    title: 'No such notice',
    detail: 'This region has no notice under this number, or its time of keeping is over. Check the number.',
  },
  'unknown-handover-code': {
    title: 'Code cannot be used',
    detail: 'This hand-over code is wrong, has been used, or is older than ten minutes. Ask for a new one.',
  },
  'not-a-receipt-number': {
    title: 'Not a receipt number',
    detail: 'A number has 12 digits; one of these is wrong, or two of them are swapped. Check it again.',
  },
  'knowledge-is-a-catalogue': {
    title: 'Too much to download',
    detail:
      'The items here are kept in a catalogue that is too large to run in a page. Please let the page use the API of the server.',
  },
  'not-found': { title: 'No such address', detail: 'There is nothing at this address. Please check it.' },
  'method-not-allowed': {
    title: 'Method not allowed',
    detail: 'This address does not take this method. The Allow header names those it takes.',
  },
  'turn-id-reused': {
    title: 'Turn id already used',
    detail: 'This turn id was used for another input. Send the new input under a new id.',
  },
  'too-many-turns': {
    title: 'Consultation too long',
    detail: 'This consultation has reached its last turn; what it holds is kept. Please begin a new one.',
  },
  'body-too-large': { title: 'Body too large', detail: 'The body is longer than 8000 bytes. Please send less.' },
  'unsupported-media-type': {
    title: 'Unsupported media type',
    detail: 'Send the body with Content-Type: application/json.',
  },
  'invalid-body': {
    title: 'Invalid body',
    detail: 'Parts of the body cannot be used; errors lists each of them. Mend them and send it again.',
  },
  'invalid-query': {
    title: 'Invalid query',
    detail: 'Parts of the query cannot be used; errors lists each of them. Mend them and send it again.',
  },
  'message-too-long': {
    title: 'Message too long',
    detail: 'A message holds at most 500 characters. Please write less, or say it in several messages.',
  },
  'sign-in-required': {
    title: 'Sign-in required',
    detail: 'This is for people who are signed in. Open /sign-in, sign in, and try again.',
  },
  'password-change-required': {
    title: 'Password change required',
    detail: 'This is a one-time password. Open /password, choose your own, and try again.',
  },
  'not-allowed': {
    title: 'Not allowed',
    detail: 'Your account may not do this. If you need it, ask the supervisor of your region.',
  },
  'forged-request': {
    title: 'Request of unknown origin',
    detail: 'This request does not seem to come from a page of ours. Go back to the page, reload it, and try again.',
  },
  'locked-out': {
    title: 'Locked out',
    detail: 'There were too many wrong tries. Please come back in 15 minutes.',
  },
  'internal-error': {
    title: 'Internal error',
    detail: 'Something went wrong here; nothing you said is lost. Try again later, or give a clerk the reference.',
  },
  'knowledge-gone': {
    title: 'The rules were replaced',
    detail: 'The rules this consultation began with are no longer kept. Please begin again.',
  },
  'not-kept': {
    title: 'Not kept',
    detail: 'What you sent could not be kept just now, so nothing has changed. Please send it again in a moment.',
  },
  'unknown-entry': {
    title: 'No such entry',
    detail: 'The ledger has no entry under this id, or it belongs to another region. Please check the id.',
  },
  'already-rated': {
    title: 'Already rated',
    detail: 'This notice has been rated; each visit is rated once. The member rated says what was said and when.',
  },
  'too-many-reports': {
    title: 'Too many reports',
    detail: 'No more can be reported about this visit; what was reported is kept. Please call the complaint telephone.',
  },
  'illegal-transition': {
    title: 'No such step',
    detail: 'An entry is taken up before it is settled, and stays settled. The member state says where it stands.',
  },
  'entry-changed': {
    title: 'Changed meanwhile',
    detail: 'Somebody changed this entry after you opened it. Read it again, then change it.',
  },
  'material-on-notice': {
    title: 'Already on the notice',
    detail: 'The notice already asks for this material. If the window wanted it otherwise, say so in words.',
  },
  'export-too-long': {
    title: 'Export too long',
    detail: 'There are more rows than one sheet takes. Narrow the dates and export in parts, or export CSV.',
  },
  'too-fast': {
    title: 'Too fast',
    detail: 'Requests come too fast. Wait as many seconds as the Retry-After header says.',
  },
  'too-busy': {
    title: 'Too many people',
    detail: 'Too many people are asking at the moment. Please try again in a few seconds; nothing you said is lost.',
  },
};
