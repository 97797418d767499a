import { hasResidentIdChecksum } from './checksums.ts';

/** First two digits: the provinces (GB/T 2260), 81 to 83 for residence permits of the three regions, 9 for foreigners. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;

/** Whether a number is a resident id: eighteen places with date and checksum (GB 11643), or the fifteen of before 1999. */
export function isResidentId(number: string): boolean {
  if (!PROVINCE.test(number)) return false;
  if (number.length === 18) return isDay(number.slice(6, 14)) && hasResidentIdChecksum(number);
  // The old ones were given to people born in the twentieth century, and to nobody of the later provinces.
  return number.length === 15 && /^[1-6]\d+$/.test(number) && isDay(`19${number.slice(6, 12)}`);
}

/** Whether eight digits are a day between 1850 and 2099. */
function isDay(digits: string): boolean {
  if (!/^(?:18[5-9]|19\d|20\d)\d{5}$/.test(digits)) return false;
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}
