/**
 * Every sentence that the chat account says by itself; all others come from the engine.
 */
export const sentences = {
  greeting: '您好，我是一趟清。说说要办什么事，我一次告诉您要带什么。',
  understood: (answers: string) => `我理解的：${answers}。`,
  numbered: '回复数字，或直接说。',
  lettered: '回复字母，或直接说。',
  typed: '直接回复就行。',
  several: '回复数字，要一起办就把数字都写上，比如“1 2”。',
  notSure: '不清楚',
  noneOfThese: '都不是',
  sayOtherwise: '请换个说法，说说要办什么事。',
  commands: ['返回', '重来', '人工'] as const,
  changeCommand: '改',
  changeList: '您说过的：',
  changeWhich: '要改哪一样？回复数字。',
  noSuchNumber: (number: string) => `没有“${number}”这一项，请回复上面有的数字。`,
  nothingToChange: '还没有可以改的回答。',
  changeHint: '要改哪个回答，回“改”和它的名字，比如“改 ',
  changeHintEnd: '”。',
  alsoPossible: '还可以一起办，回复数字就加上：',
  unreadable: '图片、语音和文件我看不了，请打字告诉我。',
  known: '已经知道的：',
  phone: (phone: string) => `电话：${phone}`,
  doubt: (says: string) => `如果${says}：`,
  local: '以当地窗口为准',
  failed: (reference: string) => `这句话我没处理好，请再发一次。还是不行，请把编号 ${reference} 告诉工作人员。`,
} as const;
