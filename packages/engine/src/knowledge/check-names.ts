import { normalise } from '../words/normalise.ts';
import type { ItemName, Library } from './library.ts';

/** Two items of one name cannot be told apart by it; the same name twice in one item only takes room. */
export function checkNames({ names, log }: Library): void {
  const first = new Map<string, ItemName>();
  for (const name of names) {
    const key = normalise(name.text);
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, name);
      continue;
    }
    const message =
      earlier.item === name.item
        ? `“${name.text}”写了两次；请删去一个。`
        : `“${name.text}”也是事项“${earlier.item}”的叫法，搜的人会分不清；请只留给其中一个。`;
    log.warning(name.at, 'shared-alias', message);
  }
}
