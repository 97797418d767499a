/** What a key asks the desk to do; `undefined` for keys that are not the desk's. */
export type DeskDeed =
  | { readonly do: 'answer'; readonly nth: number }
  | { readonly do: 'unsure' | 'next' | 'previous' | 'next-open' | 'read-on' | 'read-back' | 'search' | 'keys' };

const DEEDS: Readonly<Record<string, Exclude<DeskDeed, { do: 'answer' }>['do']>> = {
  0: 'unsure',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Enter: 'next-open',
  ' ': 'read-on',
  Escape: 'search',
  '/': 'search',
  '+': 'search',
  '?': 'keys',
  '？': 'keys',
};

/** Elements on which typing belongs to the element. */
const FIELDS = 'input, textarea, select, [contenteditable]';
/** Elements that Enter and the space bar press. */
const PRESSED = 'button, a[href], summary';

/**
 * Reads a key stroke. Never while an input method is composing, never while someone types in a field, and never
 * what the browser or a focused button uses itself.
 */
export function deskDeed(event: KeyboardEvent): DeskDeed | undefined {
  if (event.isComposing || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const [target] = event.composedPath();
  const on = target instanceof Element ? target : undefined;
  if (on?.matches(FIELDS) === true) return event.key === 'Escape' ? { do: 'search' } : undefined;
  if (on?.matches(PRESSED) === true && (event.key === 'Enter' || event.key === ' ')) return undefined;
  if (on?.closest('dialog')) return undefined;
  if (/^[1-9]$/.test(event.key)) return { do: 'answer', nth: Number(event.key) };
  if (event.key === ' ' && event.shiftKey) return { do: 'read-back' };
  const deed = DEEDS[event.key];
  return deed === undefined ? undefined : { do: deed };
}
