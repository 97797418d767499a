import type { Input } from '@onetrip/engine';
import { maskPersonal } from './mask-personal.ts';

/** An input without the personal numbers a person may have typed; the only form that is kept. */
export function maskInput(input: Input): Input {
  return input.kind === 'say' ? { ...input, text: maskPersonal(input.text) } : input;
}
