/** What a route takes, each field with a value that is right. */
export interface RouteSample {
  /** For `:names` in the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Bodies of every kind it takes. */
  readonly json?: readonly Json[];
  readonly form?: Readonly<Record<string, string>>;
  /** Every try costs a tenth of a second on purpose: a password is hashed. */
  readonly dear?: boolean;
  /** Takes what people who sign in say of each other, and keeps it: names of accounts. */
  readonly ofStaff?: boolean;
}

/** JSON as a client sends it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What the samples are about: things that exist in the server under test. */
export interface SampleIds {
  readonly consultation: string;
  readonly token: string;
  readonly number: string;
  readonly account: string;
  readonly csrf: string;
  /** Of the ledger. */
  readonly entry: string;
}

/** Stands for an id that is new each time: a turn under an old one is not taken. */
export const ONE_TURN = 'a-new-id-each-time';

const turn = (input: Json): Json => ({ turn: ONE_TURN, input });
const turns: readonly Json[] = [
  turn({ kind: 'say', text: '身份证丢了' }),
  turn({ kind: 'choose', items: ['resident-id-card', 'passport'] }),
  turn({ kind: 'answer', question: 'id-card-reason', value: 'lost' }),
  turn({ kind: 'answer', question: 'age', value: 30 }),
  turn({ kind: 'unsure', question: 'age' }),
  turn({ kind: 'change', question: 'age' }),
  turn({ kind: 'lack', material: 'household-register' }),
  turn({ kind: 'have', material: 'household-register' }),
  turn({ kind: 'add', item: 'passport' }),
  turn({ kind: 'remove', item: 'passport' }),
  turn({ kind: 'why', question: 'age' }),
  turn({ kind: 'aspect', aspect: 'fee' }),
];
const filters = { state: 'all', kind: 'surprise', item: 'passport', subject: 'x', owner: 'x', overdue: 'true' };
const period = { from: '2026-11-01', to: '2026-11-30', format: 'csv' };
const surprise = {
  words: '还要户口本',
  why: '说是规定',
  item: 'social-security-card',
  hall: 'demo-hall',
  window: 'social-security',
};
const complaint = { words: '等了很久', hall: 'demo-hall', window: 'social-security' };

/** Every route of the server with what it takes. A route that is missing here fails a test: write down its fields. */
export function routeSamples(ids: SampleIds): Readonly<Record<string, RouteSample>> {
  const { consultation: id, token, number, account, csrf, entry } = ids;
  const opened = { params: { id } };
  const link = { params: { token } };
  return {
    'POST /api/consultations': {
      json: [{ locale: 'zh-CN', region: 'demo-city', channel: 'web', items: ['passport'] }],
    },
    'POST /api/consultations/:id/turns': { ...opened, json: turns },
    'GET /api/consultations/:id': opened,
    'POST /api/consultations/:id/handover': opened,
    'POST /api/consultations/:id/complaint': { ...opened, json: [complaint] },
    'GET /api/items': { query: { q: '护照', limit: '5' } },
    'GET /api/items/:id': { params: { id: 'passport' } },
    'GET /n/:token': link,
    'GET /n/:token/delete': link,
    'POST /n/:token/delete': { params: { token: 'A'.repeat(22) }, form: {} },
    'GET /n/*': {},
    'GET /n/:token/feedback': { ...link, query: { told: 'rating' } },
    'POST /n/:token/rating': { ...link, form: { level: '4', reason: 'complete', words: '还行' } },
    'POST /n/:token/surprise': {
      ...link,
      form: {
        item: 'social-security-card',
        material: '',
        words: '还要户口本',
        why: '规定',
        place: 'demo-hall social-security',
      },
    },
    'POST /n/:token/complaint': { ...link, form: { words: '等了很久' } },
    'GET /api/notices/:token/feedback': link,
    'POST /api/notices/:token/rating': { ...link, json: [{ level: 4, reasons: ['complete'], words: '还行' }] },
    'POST /api/notices/:token/surprise': { ...link, json: [surprise, { ...surprise, material: 'x' }] },
    'POST /api/notices/:token/complaint': { ...link, json: [complaint] },
    'GET /sign-in': { query: { to: '/accounts', 'signed-out': '' } },
    'POST /sign-in': { form: { name: 'li.wei', password: 'wrong', to: '/accounts' }, dear: true },
    'GET /sign-in/arrived': { query: { to: '/accounts' } },
    'GET /sign-in/oidc': { query: { to: '/accounts' } },
    'GET /sign-in/oidc/callback': { query: { code: 'wrong', state: 'wrong' } },
    'POST /sign-out': { form: { csrf: 'wrong' } },
    'GET /api/me': {},
    'GET /password': {},
    'POST /password': { form: { csrf, current: 'wrong', chosen: 'a long new password', again: 'another' }, dear: true },
    'GET /accounts': {},
    'POST /accounts': {
      form: { csrf, name: 'l', display: '李薇', role: 'clerk', hall: 'demo-hall', subject: 'x' },
      dear: true,
      ofStaff: true,
    },
    'POST /accounts/:id': {
      params: { id: account },
      form: { csrf, do: 'role', role: 'supervisor', hall: '' },
      ofStaff: true,
    },
    'GET /audit': { query: { day: '2026-11-22' } },
    'POST /audit': { form: { csrf, seq: '1', hash: '0'.repeat(64) } },
    'GET /api/audit': { query: { day: '2026-11-22' } },
    'GET /api/audit/verification': { query: { seq: '1', hash: '0'.repeat(64) } },
    'GET /api/receipts/:number': { params: { number } },
    'GET /desk/receipts': { query: { number } },
    'POST /api/handover': { json: [{ code: '123456', person: 'somebody' }] },
    'GET /api/ledger': { query: { ...filters, after: 'WzAsIjIwMjYtMTEtMjIiLCJ4Il0', limit: '5' } },
    'GET /api/ledger/groups': { query: filters },
    'GET /api/ledger/export': { query: { ...filters, ...period } },
    'GET /api/ratings/export': { query: period },
    'GET /api/ledger/entries/:id': { params: { id: entry } },
    'POST /api/ledger': {
      json: [
        { kind: 'surprise', number, ...surprise },
        { kind: 'complaint', number, ...complaint },
      ],
    },
    'POST /api/ledger/entries/:id/changes': {
      params: { id: entry },
      json: [
        { seq: 1, state: 'working', due: '2026-12-01', note: '在查', alike: false },
        { seq: 1, state: 'resolved', owner: account, resolution: '改了', resolvedBy: 'v2' },
      ],
    },
    'GET /ledger': { query: { ...filters, after: '', done: '' } },
    'POST /ledger': {
      form: {
        csrf,
        kind: 'surprise',
        number,
        item: 'social-security-card',
        words: '还要户口本',
        why: '规定',
        place: 'demo-hall',
      },
    },
    'GET /ledger/:id': { params: { id: entry }, query: { done: '' } },
    'POST /ledger/:id': {
      params: { id: entry },
      form: {
        csrf,
        seq: '1',
        state: 'working',
        owner: '',
        due: '2026-12-01',
        resolution: '',
        resolvedBy: '',
        note: '在查',
        alike: 'yes',
      },
    },
    'GET /healthz': {},
    'GET /readyz': {},
    'GET /metrics': {},
    'GET /docs': {},
    'GET /openapi.json': {},
    'GET /api/openapi.json': {},
    'GET /knowledge.json': {},
  };
}
