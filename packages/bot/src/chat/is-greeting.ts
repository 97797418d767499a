import { plainWords } from './plain-words.ts';

const greetings = ['你好', '您好', '在吗', '在么', '有人吗', '哈喽', '嗨', 'hi', 'hello', '早上好', '下午好', '晚上好'];

/** Whether a first message only says hello and names nothing to be done yet. */
export function isGreeting(message: string): boolean {
  return greetings.includes(plainWords(message).replace(/[啊呀哈哦]$/u, ''));
}
