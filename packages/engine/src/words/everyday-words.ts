import { wordList } from './word-list.ts';

/** Kinds of things that happen to a paper or are done about it, whatever the item. */
export type Sense = 'lost' | 'damaged' | 'expired' | 'changed' | 'reissue' | 'renew' | 'apply';

/** How people say each of them. Knowledge adds its own words through aliases, `says` and synonyms. */
export const senseWords: Readonly<Record<Sense, readonly string[]>> = {
  lost: wordList(`
    丢 丢了 丢失 弄丢 搞丢 遗失 掉了 弄掉 不见 不见了 没了 找不到 找不着 没找到 被偷 偷了
    失窃 被盗 落在 挂失 丢掉
  `),
  damaged: wordList(`
    坏 坏了 损坏 破损 消磁 裂 裂了 磨损 烂了 破了 折了 断了 刷不出 损毁 洗坏 泡水 水泡
    洗了 弄坏 模糊 看不清 撕 烧 洗衣机
  `),
  expired: wordList(`
    到期 过期 期满 失效 超期 逾期 有效期满 到日子 快到期 有效期到 没到期 用完
  `),
  changed: wordList(`
    变更 更正 改 写错 错了 改名 换了名字 信息变了
  `),
  reissue: wordList(`
    补 补办 补领 补发 补证 重办 重新办 再办
  `),
  renew: wordList(`
    换 换领 换证 换发 换新 更换 续签 续期 更新 换本
  `),
  apply: wordList(`
    办 办理 办个 申领 申请 申办 领取 领 首次 第一次 头一回 头一次 初次 新办 代办 办下来
    弄 搞 办证
  `),
};

/** Senses that tell what happened; the others tell what is wanted. */
export const mishaps: readonly Sense[] = ['lost', 'damaged', 'expired', 'changed'];

/**
 * Words that say nothing about which item is meant: how one asks, who asks, when and where.
 *
 * What is left of a message after these is what an item has to cover.
 */
export const emptyWords: readonly string[] = wordList(`
  请问 咨询 询问 问下 问一下 问一问 想问 求问 打听 了解 您好 你好 谢谢 麻烦 劳驾 帮我
  帮忙 帮 告诉 知道 不知道 一下 怎么 怎样 如何 咋 咋办 咋整 咋弄 怎么办 怎么弄 怎么样
  怎么回事 要怎么 该怎么 咋样 什么 啥 哪些 哪个 哪里 哪儿 那里 哪 几个 多少 需要 必须
  可以 能不能 可不可以 行不行 要不要 是不是 有没有 能否 可否 是否 应该 想要 打算 准备
  希望 现在 今天 明天 昨天 前天 后天 刚刚 刚才 最近 上周 下周 上个月 马上 赶紧 尽快
  着急 急用 急 快要 已经 还没 没有 还是 但是 可是 因为 所以 如果 要是 一起 同时 顺便
  顺带 另外 还有 以及 或者 然后 先 再 又 也 都 就 才 只 还 不小心 不慎 好像 可能
  突然 忘了 自己 本人 我们 我家 你们 他们 人家 家里 我的 他的 她的 我 你 您 他 她 它
  咱 俺 妈妈 爸爸 我妈 我爸 老妈 老爸 母亲 父亲 父母 爸妈 爷爷 奶奶 外公 外婆 姥姥
  姥爷 老人 老公 老婆 媳妇 爱人 丈夫 妻子 对象 女朋友 男朋友 儿子 女儿 闺女 孩子 小孩
  小孩子 宝宝 娃 娃娃 孙子 孙女 哥哥 姐姐 弟弟 妹妹 手续 流程 程序 步骤 政策 规定 要求
  问题 事宜 事情 一事 的事 疑问 情况 东西 业务 服务 网点 大厅 政务 窗口 派出所 公安局
  民政局 车管所 出入境 本市 本地 外地 异地 老家 跨省 市民 居民 百姓 群众 人员 相关 关于
  有关 办法 方法 难 困难 麻烦吗 最新 新政策 时候 时间 多久 多长时间 年 月 日 号 天
  一个 一张 一本 两个 两本 几 岁 周岁 那 这 这个 那个 这些 查 开 操作 相应 无 具体
  一般 是啥 的 了 吗 呢 吧 啊 呀 哦 嘛 么 得 地 着 过 和 跟 与 及 或 在 到 去
  来 给 把 被 让 为 从 向 对 用 拿 凭 带 要 想 能 会 有 没 不 是 做 行 可 好
  很 太 最 个 张 本 份 次 回 些 点 里 上 下 后 前 以后 之后 以前 人 家 事 等 哈
  嗯 喂 哎 我想 我要 我该 找 找谁 谁 多 少 快 新 旧 老 原来 目前 成年 未成年 成年人
  大人 女 男 区 县 市
`);
