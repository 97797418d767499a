/** A run of Han characters, or a run of Latin letters and digits. */
const runs = /(\p{Script=Han}+)|[\p{Script=Latin}\p{Nd}]+/gu;

/**
 * The units that search compares: every Han character and every pair of neighbours, and whole Latin words.
 *
 * Needs no dictionary and gives the same in every browser. Expects normalised text; a repeated gram is listed
 * as often as it occurs.
 */
export function grams(text: string): readonly string[] {
  const found: string[] = [];
  for (const [run, han] of text.matchAll(runs)) {
    if (han === undefined) {
      found.push(run);
      continue;
    }
    let previous = '';
    for (const character of han) {
      if (previous !== '') found.push(previous + character);
      found.push(character);
      previous = character;
    }
  }
  return found;
}
