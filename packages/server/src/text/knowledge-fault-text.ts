import type { KnowledgeFaultCode } from '../knowledge/knowledge-fault.ts';

/** What is said of a knowledge that cannot be taken, and what to do; Chinese first, a line in each language. */
export const knowledgeFaultText: Readonly<Record<KnowledgeFaultCode, (detail: string) => string>> = {
  'catalogue-empty': (region) =>
    `目录里还没有地区 ${region}。请先用 node packages/server/dist/catalogue.js 存入，或者检查 CATALOGUE。\n` +
    `The catalogue has no region ${region} yet. Publish it with node packages/server/dist/catalogue.js, or check CATALOGUE.`,
  'knowledge-not-found': (path) =>
    `找不到知识文件：${path}。请先编译知识，或者用 KNOWLEDGE 指明位置。\n` +
    `No knowledge file at ${path}. Compile the knowledge first, or name the file in KNOWLEDGE.`,
  'knowledge-too-large': (length) =>
    `知识文件太大：${length} 个字符。请检查是不是放错了文件。\n` +
    `The knowledge file is too large: ${length} characters. Check whether it is the right file.`,
  'not-a-knowledge-file': (path) =>
    `读不懂知识文件：${path}。请重新编译知识。\nCannot read the knowledge file ${path}. Compile the knowledge again.`,
  'knowledge-changed': (version) =>
    `知识文件和它写的版本 ${version} 对不上：编译以后被改过，或者没有传完整。请重新编译，或者重新传。\n` +
    `The knowledge file is not its version ${version}: it was changed after it was compiled, or did not arrive whole. Compile it again, or copy it again.`,
  'knowledge-unsigned': () =>
    '知识文件没有签名，或者旁边没有 .sig 文件。请用 pnpm knowledge sign 签名，把两个文件一起传来。\n' +
    'The knowledge file is not signed, or its .sig file is missing. Sign it with pnpm knowledge sign and bring both files.',
  'signature-wrong': () =>
    '知识文件的签名不对：签名以后被改过，或者不是 KNOWLEDGE_KEY 的主人签的。请核对来源，重新签名。\n' +
    'The signature of the knowledge file is wrong: it was changed after it was signed, or somebody else signed it. Make sure where it comes from and sign it again.',
  'other-region': (region) =>
    `这份知识是给 ${region} 的，不是本服务的地区。请用本地区的知识。\n` +
    `This knowledge is for ${region}, not for the region that is served here. Publish the knowledge of this region.`,
  'knowledge-unusable': (why) =>
    `这份知识用不了：${why}。请用同一版本的程序重新编译。\n` +
    `This knowledge cannot be used: ${why}. Compile it again with the same release.`,
  'item-breaks': (item) =>
    `事项 ${item} 走不到告知单。请用同一版本的程序检查并重新编译知识。\n` +
    `The item ${item} does not lead to its notice. Check and compile the knowledge again with the same release.`,
};
