const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Whether eighteen characters end in the check character of a resident id (ISO 7064, MOD 11-2). */
export function hasResidentIdChecksum(id: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(id[place]), 0);
  return CHECK_CHARACTERS[sum % 11] === id.at(-1)?.toUpperCase();
}

/** Whether digits end in the check digit of a bank card (Luhn). */
export function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Whether one or two letters, six digits and a check character are a Hong Kong identity card: `A123456(3)`. */
export function hasHongKongChecksum(letters: string, digits: string, check: string): boolean {
  // A missing first letter counts as a space, which stands for 36.
  const [first, second] =
    letters.length === 2 ? [letterValue(letters, 0), letterValue(letters, 1)] : [36, letterValue(letters, 0)];
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (7 - place), first * 9 + second * 8);
  return (sum + (check.toUpperCase() === 'A' ? 10 : Number(check))) % 11 === 0;
}

function letterValue(letters: string, place: number): number {
  return letters.toUpperCase().charCodeAt(place) - 55;
}
