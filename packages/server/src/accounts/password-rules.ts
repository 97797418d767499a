/** Why a password cannot be taken. */
export type PasswordFault =
  'password-too-short' | 'password-too-long' | 'password-holds-name' | 'password-too-common' | 'password-unchanged';

/** Why the current password, asked for once more, does not do. */
export type CurrentFault = 'current-password-wrong' | 'locked-out';

/** The fewest characters a password may have, counted as people count. */
export const SHORTEST_PASSWORD = 10;
/** The most. */
export const LONGEST_PASSWORD = 128;
/** A password of these alone is a key that was held down. */
const FEWEST_KINDS = 4;

/** What many people choose who must choose ten characters; the keyboard's rows and love among them. */
const COMMON = new Set(
  (
    '0123456789 1234567890 12345678910 123456789a 1234567891 123456789q 9876543210 0987654321 1233211234567 ' +
    'a123456789 aa123456789 abc123456789 abcd123456 abc1234567 q123456789 qq123456789 w123456789 z123456789 ' +
    'qwertyuiop qwerty12345 qwerty123456 qwer123456 qweasdzxc123 1q2w3e4r5t q1w2e3r4t5 1qaz2wsx3edc qazwsxedcrfv ' +
    'zxcvbnm123 asdfghjkl1 asdfghjkl123 asd123456789 1a2b3c4d5e abcdefghij abcdefg123 ' +
    'password12 password123 password1234 passw0rd123 p@ssw0rd123 p@ssword123 admin12345 admin123456 admin@1234 ' +
    'administrator admin888888 root123456 test123456 welcome123 welcome1234 letmein1234 changeme123 iloveyou123 ' +
    'woaini1314 woaini5201314 woaini123456 5201314520 5201314521 1314520520 woaiwojia123 zhang123456 wang123456 ' +
    'china123456 beijing2008 zhongguo123 zhengwu123 zhengfu123 banshi12345 hotline12345 onetrip123 onetrip12345'
  ).split(' '),
);

/** Why a new password cannot be taken; `undefined` when it can. */
export function passwordFault(password: string, name: string): PasswordFault | undefined {
  const plain = password.normalize('NFKC').toLowerCase();
  const characters = Array.from(plain);
  if (characters.length < SHORTEST_PASSWORD) return 'password-too-short';
  if (characters.length > LONGEST_PASSWORD) return 'password-too-long';
  if (plain.includes(name)) return 'password-holds-name';
  if (COMMON.has(plain) || new Set(characters).size < FEWEST_KINDS) return 'password-too-common';
  return undefined;
}
