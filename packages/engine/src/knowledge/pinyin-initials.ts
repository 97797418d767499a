import { pinyin } from 'pinyin-pro';

/** The first letters of a name as a clerk types them: 驾照到期 → `jzdq`. */
export function pinyinInitials(name: string): string {
  const start = name.search(/\p{Script=Han}/u);
  // pinyin-pro takes as long for a letter as for a Han character, and only hands it back.
  const [plain, han] = start < 0 ? [name, ''] : [name.slice(0, start), name.slice(start)];
  const letters = pinyin(han, { pattern: 'first', toneType: 'none', type: 'array' });
  return (plain + letters.join('')).toLowerCase().replace(/[^a-z0-9]/g, '');
}
