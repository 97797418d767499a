import { pinyin } from 'pinyin-pro';

/** The first letters of a name as a clerk types them: 驾照到期 → `jzdq`. */
export function pinyinInitials(name: string): string {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' });
  return letters
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
