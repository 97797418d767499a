import type { Input } from '@onetrip/engine';
import { maskPersonal } from './mask-personal.ts';

/** What the engine reads where a number stood: no word, so that it changes nothing in what is understood. */
export const WORDLESS = '***';

/**
 * An input without the personal numbers a person may have typed; the only form that is decided on and kept.
 *
 * The placeholder names no kind: 〔身份证号〕 in the middle of a message would be read as asking for an identity card.
 * Ids are masked like words, because a client may send anything as an id.
 */
export function maskInput(input: Input): Input {
  return maskStrings(input);
}

/** A plain object with every text in it masked for the engine: an input, or what a consultation begins with. */
export function maskStrings<T extends object>(plain: T): T {
  let masked: Record<string, unknown> | undefined;
  for (const key in plain) {
    const value = maskValue(plain[key]);
    // Most have nothing to mask, and stay the object they are.
    if (value !== plain[key]) masked = { ...(masked ?? plain), [key]: value };
  }
  return (masked ?? plain) as T;
}

function maskValue(value: unknown): unknown {
  if (typeof value === 'string') return maskPersonal(value, () => WORDLESS);
  if (!Array.isArray(value)) return value;
  const masked = value.map(maskValue);
  return masked.some((one, at) => one !== value[at]) ? masked : value;
}
