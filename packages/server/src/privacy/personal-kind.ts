/** What kind of personal number something is. */
export type PersonalKind = 'resident-id' | 'mobile' | 'landline' | 'bank-card' | 'permit' | 'email' | 'plate';

/** What people read where a personal number stood. */
export const PLACEHOLDERS: Readonly<Record<PersonalKind, string>> = {
  'resident-id': '〔身份证号〕',
  mobile: '〔手机号〕',
  landline: '〔电话号码〕',
  'bank-card': '〔银行卡号〕',
  permit: '〔证件号〕',
  email: '〔邮箱〕',
  plate: '〔车牌号〕',
};

/** A personal number in a text. */
export interface PersonalSpan {
  readonly kind: PersonalKind;
  readonly start: number;
  readonly end: number;
}
