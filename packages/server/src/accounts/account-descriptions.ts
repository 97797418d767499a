import * as v from 'valibot';
import type { RouteDescription } from '../operation/openapi/route-description.ts';

const group = { zh: '登录和账号', en: 'Signing in' };
const FORM = 'application/x-www-form-urlencoded';
const PAGE = { says: { zh: '网页，不用脚本。', en: 'A page without script.' }, type: 'text/html' };
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

/** The routes of people who sign in. */
export const accountDescriptions: readonly RouteDescription[] = [
  page('get', '/sign-in', { zh: '登录页。', en: 'The page to sign in on.' }),
  {
    ...page('post', '/sign-in', { zh: '登录。', en: 'Signs in.' }),
    bodyType: FORM,
    answers: { 303: ON },
    problems: ['forged-request', 'body-too-large'],
  },
  {
    ...page('get', '/sign-in/arrived', { zh: '看 Cookie 有没有收到。', en: 'Looks whether the cookie came back.' }),
    answers: { 303: ON },
  },
  {
    ...page('post', '/sign-out', { zh: '退出登录。', en: 'Signs out.' }),
    access: 'clerk',
    bodyType: FORM,
    answers: { 303: ON },
    problems: ['sign-in-required', 'forged-request'],
  },
  {
    method: 'get',
    path: '/api/me',
    group,
    says: { zh: '我是谁，以及表单要带的 csrf。', en: 'Who I am, and the csrf that forms carry.' },
    access: 'clerk',
    answers: { 200: { says: { zh: '账号。', en: 'The account.' }, schema: meSchema } },
    problems: ['sign-in-required'],
  },
  forClerks('get', '/password', { zh: '改密码的页面。', en: 'The page to change a password on.' }),
  forClerks('post', '/password', { zh: '改密码。', en: 'Changes a password.' }),
  forClerks('get', '/accounts', { zh: '本地区的账号，主管用。', en: 'Accounts of the region, for supervisors.' }),
  forClerks('post', '/accounts', { zh: '新建账号。', en: 'Makes an account.' }),
  {
    ...forClerks('post', '/accounts/:id', { zh: '改账号。', en: 'Changes an account.' }),
    parameters: { id: { zh: '账号的编号。', en: 'Id of the account.' } },
  },
];

function page(method: 'get' | 'post', path: string, says: RouteDescription['says']): RouteDescription {
  return { method, path, group, says, answers: { 200: PAGE }, problems: [] };
}

function forClerks(method: 'get' | 'post', path: string, says: RouteDescription['says']): RouteDescription {
  const described: RouteDescription = {
    ...page(method, path, says),
    access: 'clerk',
    problems: ['sign-in-required', 'not-allowed'],
  };
  if (method === 'get') return described;
  return { ...described, bodyType: FORM, problems: [...described.problems, 'forged-request', 'body-too-large'] };
}
