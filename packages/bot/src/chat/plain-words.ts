/**
 * A message as it is compared with menus and commands: one width, one case, no closing punctuation.
 *
 * NFKC turns １, ① and ⒈ into plain digits; the keycap of 1️⃣ is taken off by hand.
 */
export function plainWords(message: string): string {
  return message
    .normalize('NFKC')
    .replace(/[\u20e3\ufe0f]/gu, '')
    .toLowerCase()
    .trim()
    .replace(/[\s.。,,、!?~…)]{1,20}$/u, '')
    .replace(/^[\s(「『"“]+|[」』"”]{1,9}$/gu, '');
}
