import type { Input } from '@onetrip/engine';
import type { Words } from '../text/words.ts';
import type { Conversation } from './conversation.ts';

/** How a turn reads in the transcript as the person's own words; `undefined` when it needs no entry. */
export function saidBy(input: Input, { standing, trip }: Conversation, words: Words): string | undefined {
  switch (input.kind) {
    case 'say':
      return input.text;
    case 'choose': {
      const candidates = standing && 'candidates' in standing ? standing.candidates : [];
      return input.items.map((id) => candidates.find(({ item }) => item === id)?.title ?? id).join(words.separator);
    }
    case 'remove':
      return words.did.remove(trip.find(({ item }) => item === input.item)?.title ?? input.item);
    case 'add':
      return standing?.kind === 'notice' ? addedTitle(input.item, standing.notice, words) : undefined;
    case 'ask-for-clerk':
      return words.did.clerk;
    case 'back':
      return words.did.back;
    default:
      return undefined;
  }
}

function addedTitle(
  item: string,
  notice: { readonly suggestions: readonly Offer[]; readonly first: readonly Offer[] },
  words: Words,
): string | undefined {
  const offer = [...notice.suggestions, ...notice.first].find(({ addItem }) => addItem === item);
  return offer && words.did.add(offer.text);
}

interface Offer {
  readonly text: string;
  readonly addItem?: string;
}
