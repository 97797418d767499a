import * as v from 'valibot';
import { csrfEntry } from './csrf-form.ts';
import { askedFor, says } from '../http/form-field.ts';
import { accountName, LONGEST_DISPLAY, ROLES } from './new-account.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rules.ts';

const LENGTHS = [SHORTEST_PASSWORD, LONGEST_PASSWORD].map(String).join('–');

/** The form to sign in with. */
export const signInFormSchema = v.object({
  name: askedFor('账号。', 'Name of the account.'),
  password: askedFor('密码。', 'The password.'),
  to: v.exactOptional(
    v.pipe(v.string(), says('登录以后去的页面，本站的路径。', 'Where to go afterwards, a path of this server.')),
  ),
});

/** The form to change a password with. */
export const passwordFormSchema = v.object({
  ...csrfEntry,
  username: v.exactOptional(
    v.pipe(v.string(), says('账号，给浏览器记密码用，不读。', 'The account, for password managers; it is not read.')),
  ),
  current: askedFor('现在的密码。', 'The password until now.'),
  chosen: askedFor(`新密码，${LENGTHS} 个字。`, `The new password, of ${LENGTHS} characters.`),
  again: askedFor('新密码，再写一次。', 'The new password once more.'),
});

/** What a supervisor says of where somebody works. */
const placeEntries = {
  role: v.pipe(v.picklist(ROLES), says('角色。', 'The role.')),
  hall: v.exactOptional(
    v.pipe(v.string(), says('大厅的编号；空着是所有大厅。', 'Id of a hall; empty for all of them.')),
    '',
  ),
};

/** The form to make an account with. */
export const newAccountFormSchema = v.object({
  ...csrfEntry,
  name: v.fallback(
    v.pipe(
      v.string(),
      says(
        '账号：小写英文字母、数字、点、横线和下划线，2 到 32 个字符。',
        'Name to sign in with: 2 to 32 letters, digits, dots, hyphens and underscores.',
      ),
      v.transform(accountName),
    ),
    '',
  ),
  display: v.fallback(
    v.pipe(
      v.string(),
      says('姓名。', 'Name of the person.'),
      v.metadata({ maxLength: LONGEST_DISPLAY }),
      v.transform((typed) => typed.trim()),
    ),
    '',
  ),
  ...placeEntries,
  subject: v.exactOptional(
    v.pipe(
      v.string(),
      says(
        '统一登录编号：网址、空格、编号；空着的用密码。',
        'Of a single sign-on: issuer, a blank, subject; empty for who signs in with a password.',
      ),
      v.transform((typed) => typed.trim()),
    ),
    '',
  ),
});

/** The forms to change an account with: a button that does one thing, or another role and hall. */
export const accountChangeFormSchema = v.variant('do', [
  v.object({
    ...csrfEntry,
    do: v.pipe(
      v.picklist(['disable', 'enable', 'reset']),
      says('停用、启用，或者给一次性密码。', 'Disables, enables, or gives a one-time password.'),
    ),
  }),
  v.object({
    ...csrfEntry,
    do: v.exactOptional(v.pipe(v.literal('role'), says('换角色和大厅。', 'Gives another role and hall.')), 'role'),
    ...placeEntries,
  }),
]);
