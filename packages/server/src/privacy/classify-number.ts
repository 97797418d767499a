import { passesLuhn } from './checksums.ts';
import type { PersonalKind } from './personal-kind.ts';
import { isResidentId } from './resident-id.ts';

/** Sizes of the groups in which people write a mobile number. */
const MOBILE_SHAPES = ['11', '3 4 4', '3 8', '7 4', '3 3 5', '5 6'];
/** The 86 in front stands alone or together with the first group. */
const MOBILE = /^(?:(?:00)?86)?1[3-9]\d{9}$/;
const LANDLINE = /^(?:0|(?:00)?860?)(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/;
const LANDLINE_SHAPE = /^(?:1[0-6]|(?:[24] )?[2-6] (?:[78]|[34] 4))$/;
/** Bank cards in use: 16 to 19 digits of UnionPay, Visa, Mastercard, JCB and the old ones of the banks; Amex; Diners. */
const CARD = /^(?:[3-6]\d{15,18}|9558\d{12,15}|8[01]\d{14,17}|3[47]\d{13}|3[068]\d{12}|4\d{12})$/;
const CARD_SHAPE = /^(?:\d{2}|4(?: 4)+(?: [1-4])?|6 \d{1,2}|4 6 [45])$/;

/** A number as it was written. */
export interface WrittenNumber {
  /** With the X of a resident id, without what stands between the groups. */
  readonly number: string;
  /** How long each group is: 3, 4, 4. */
  readonly sizes: readonly number[];
  /** Whether a plus stands in front. */
  readonly international: boolean;
}

/** The kind of personal number that this is, or undefined: a date, a price, a code, a hotline. */
export function classifyNumber({ number, sizes, international }: WrittenNumber): PersonalKind | undefined {
  const shape = sizes.join(' ');
  if (number.length === 18 && isResidentId(number)) return 'resident-id';
  if (/x$/i.test(number)) return undefined;
  if (number.length === 15 && /^(?:15|6 6 3)$/.test(shape) && isResidentId(number)) return 'resident-id';
  if (MOBILE.test(number) && isMobileShape(number, sizes)) return 'mobile';
  if (LANDLINE.test(number) && LANDLINE_SHAPE.test(shape)) return 'landline';
  if (CARD.test(number) && CARD_SHAPE.test(shape) && passesLuhn(number)) return 'bank-card';
  // +852 9123 4567: with a plus in front it is a telephone number wherever it is.
  return international && /^[1-9]\d{8,14}$/.test(number) ? 'mobile' : undefined;
}

function isMobileShape(number: string, sizes: readonly number[]): boolean {
  const country = number.length - 11;
  const [first = 0, ...rest] = sizes;
  const local = country === 0 ? sizes : first === country ? rest : [first - country, ...rest];
  return MOBILE_SHAPES.includes(local.join(' '));
}
