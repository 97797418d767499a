import { wordList } from '../words/word-list.ts';
import type { Command } from './understanding.ts';

const commands: Readonly<Record<Command, readonly string[]>> = {
  clerk: wordList(`
    人工 转人工 找人工 人工客服 人工服务 转人工客服 转人工服务 客服 找客服 找人 真人 转接人工
    接人工 找真人 要人工 找工作人员 工作人员 找个人 有人吗 跟人说 跟真人说 换人 换个人
    找真人客服 有真人吗 有没有人工 有没有真人 有人工吗 和人说话 跟人说话 human clerk
    agent
  `),
  hello: wordList(`
    你好 您好 你们好 哈喽 嗨 喂 在吗 在不在 早上好 上午好 中午好 下午好 晚上好 早 hello hi hey
  `),
  restart: [
    ...wordList(`
    重来 重新开始 从头来 从头开始 重新来 重新来过 再来一次 重新问 重新选 清空 restart
  `),
    'start over',
  ],
  back: wordList(`
    返回 上一步 返回上一步 退回 退回上一步 回上一步 上一题 回到上一题 上一个问题 后退 倒回去
    back
  `),
  repeat: wordList(`
    再说一遍 重复 重复一遍 再说一次 再发一遍 再发一次 没听清 没看清 没听见 刚才说什么 再讲一遍
    再念一遍 再来一遍 什么来着 repeat again
  `),
  unsure: [
    ...wordList(`
    不知道 不清楚 不确定 不懂 不晓得 不太清楚 不太确定 不太懂 不大清楚 说不好 说不准 搞不清
    搞不清楚 弄不清 弄不清楚 不记得 记不清 忘了 没听懂 看不懂 不明白 不好说 拿不准 没注意
    不了解 不是很清楚 unsure
  `),
    'not sure',
    "don't know",
    'i do not know',
  ],
  why: wordList(`
    为什么问 为什么问这个 为什么要问 为什么要问这个 为啥问 为啥问这个 为啥要问 问这个干什么
    问这个干嘛 问这干嘛 问这个做什么 干嘛问这个 为什么 为啥 有什么用 这个有什么用 为何问
    为什么需要知道 凭什么问 why
  `),
};

const byWords = new Map(
  (Object.entries(commands) as [Command, readonly string[]][]).flatMap(([command, words]) =>
    words.map((word) => [word, command] as const),
  ),
);

const lead = /^(?:请问|请|麻烦|劳驾|帮我|给我|你们?|您|我们?|就|还|要|想|也|真的?|可以|能|都|那|这个|这|啊|嗯|呃|额)/u;
const trail = /(?:一下|吧|了|啊|呀|哦|呢|嘛|吗|的|谢谢|行吗|可以吗|好吗|[.。!！?？,，~… ])$/u;

/** The command a message consists of, if it says nothing else; 人工 inside a longer request is not one. */
export function readCommand(text: string): Command | undefined {
  if (text.length > 24) return undefined;
  let rest = text;
  for (;;) {
    const command = byWords.get(rest);
    if (command !== undefined) return command;
    const shorter = trail.test(rest) ? rest.replace(trail, '') : rest.replace(lead, '');
    if (shorter === rest || shorter === '') return undefined;
    rest = shorter;
  }
}
