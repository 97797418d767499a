import * as v from 'valibot';
import type { RouteDescription } from '../operation/openapi/route-description.ts';
import {
  accountChangeFormSchema,
  newAccountFormSchema,
  passwordFormSchema,
  signInFormSchema,
} from './account-forms.ts';
import { csrfFormSchema } from './csrf-form.ts';

const group = { zh: '登录和账号', en: 'Signing in' };
const PAGE = { says: { zh: '网页，不用脚本。', en: 'A page without script.' }, types: ['text/html'] };
const ON = { says: { zh: '办好了，转到下一页。', en: 'Done; on to the next page.' } };

const meSchema = v.strictObject({
  account: v.strictObject({
    id: v.string(),
    name: v.string(),
    display: v.string(),
    role: v.picklist(['clerk', 'editor', 'supervisor']),
    region: v.string(),
    hall: v.nullable(v.string()),
  }),
  csrf: v.string(),
});

const REFUSED = { says: { zh: '没有办成，说明原因。', en: 'Not done, and why.' }, types: ['text/html'] };
const GIVEN = {
  says: { zh: '一次性密码，只显示这一次。', en: 'A one-time password, shown only here.' },
  types: ['text/html'],
};
const LATER = { says: { zh: '等一会儿再试。', en: 'Try again later.' }, types: ['text/html'] };
const AWAY = { zh: '没有设统一登录时，没有这个网址。', en: 'Where no single sign-on is set, it does not exist.' };

/** The routes of people who sign in. */
export const accountDescriptions: readonly RouteDescription[] = [
  {
    ...open('get', '/sign-in', { zh: '登录页。', en: 'The page to sign in on.' }),
    withoutStorage: true,
    query: v.strictObject({ to: v.exactOptional(v.string()), 'signed-out': v.exactOptional(v.string()) }),
    answers: { 200: PAGE },
  },
  {
    ...open('post', '/sign-in', { zh: '登录。', en: 'Signs in.' }),
    form: signInFormSchema,
    answers: { 303: ON, 401: REFUSED, 429: LATER, 503: LATER },
    problems: ['forged-request'],
  },
  {
    ...open('get', '/sign-in/arrived', { zh: '看 Cookie 有没有收到。', en: 'Looks whether the cookie came back.' }),
    query: v.strictObject({ to: v.exactOptional(v.string()) }),
    answers: { 303: ON, 403: REFUSED },
  },
  {
    ...open('get', '/sign-in/oidc', { zh: `到统一登录去。${AWAY.zh}`, en: `Off to the single sign-on. ${AWAY.en}` }),
    query: v.strictObject({ to: v.exactOptional(v.string()) }),
    answers: { 302: ON, 502: LATER },
    problems: ['not-found'],
  },
  {
    ...open('get', '/sign-in/oidc/callback', {
      zh: `从统一登录回来。${AWAY.zh}`,
      en: `Back from the single sign-on. ${AWAY.en}`,
    }),
    answers: { 200: PAGE, 403: REFUSED, 429: LATER },
    problems: ['not-found'],
  },
  {
    ...forClerks('post', '/sign-out', { zh: '退出登录。', en: 'Signs out.' }),
    form: csrfFormSchema,
    answers: { 303: ON },
  },
  {
    ...forClerks('get', '/api/me', {
      zh: '我是谁，以及表单要带的 csrf。',
      en: 'Who I am, and the csrf that forms carry.',
    }),
    answers: { 200: { says: { zh: '账号。', en: 'The account.' }, schema: meSchema } },
  },
  {
    ...forClerks('get', '/password', { zh: '改密码的页面。', en: 'The page to change a password on.' }),
    answers: { 200: PAGE },
  },
  {
    ...forClerks('post', '/password', { zh: '改密码。', en: 'Changes a password.' }),
    form: passwordFormSchema,
    answers: { 303: ON, 422: REFUSED },
  },
  {
    ...forClerks('get', '/accounts', { zh: '本地区的账号，主管用。', en: 'Accounts of the region, for supervisors.' }),
    answers: { 200: PAGE },
    problems: ['not-allowed'],
  },
  {
    ...forClerks('post', '/accounts', { zh: '新建账号。', en: 'Makes an account.' }),
    form: newAccountFormSchema,
    answers: { 200: GIVEN, 422: REFUSED },
    problems: ['not-allowed'],
  },
  {
    ...forClerks('post', '/accounts/:id', { zh: '改账号。', en: 'Changes an account.' }),
    form: accountChangeFormSchema,
    parameters: { id: { zh: '账号的编号。', en: 'Id of the account.' } },
    answers: { 200: GIVEN, 303: ON, 422: REFUSED },
    problems: ['not-allowed'],
  },
];

type Begun = Omit<RouteDescription, 'answers'>;

function open(method: 'get' | 'post', path: string, says: RouteDescription['says']): Begun {
  return { method, path, group, says, problems: [] };
}

function forClerks(method: 'get' | 'post', path: string, says: RouteDescription['says']): Begun {
  return { ...open(method, path, says), access: 'clerk' };
}
