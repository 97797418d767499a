import type { IssueLog } from './issue-log.ts';
import type { Located } from './yaml/located.ts';
import { readText } from './yaml/read-scalar.ts';

/** Reads synonyms.yaml: an everyday or old word, and the word that the items use. */
export function readSynonyms(document: Located, log: IssueLog): Readonly<Record<string, string>> {
  if (document.kind !== 'map') {
    log.error(document.at, 'not-a-map', '这个文件不是这样写的；请写成“常用的词: 事项里的词”的样子。');
    return {};
  }
  const pairs: [string, string][] = [];
  const words = new Set(document.entries.map(({ key }) => key));
  for (const { key, keyAt, value } of document.entries) {
    const word = readText(value, { log, key });
    if (word === undefined) continue;
    if (word === key) {
      log.error(keyAt, 'same-word', `“${key}”换成了它自己；请删去这一行。`);
    } else if (words.has(word)) {
      log.error(value.at, 'synonym-chain', `“${word}”自己也要换成别的词；请直接写最后那个词。`);
    } else {
      pairs.push([key, word]);
    }
  }
  return Object.fromEntries(pairs);
}
