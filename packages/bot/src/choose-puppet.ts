/** Which account to play, or what is missing to know it. */
export type PuppetChoice =
  | { readonly ok: true; readonly puppet: string; readonly token: string | undefined }
  | { readonly ok: false; readonly say: string };

/** Puppets that cannot log in without a token. */
const withToken = ['wechaty-puppet-service', 'wechaty-puppet-padlocal'];

const howTo = `机器人要登录一个微信账号，先设好环境变量再启动：
  WECHATY_PUPPET        用哪种方式登录，写包名，比如 wechaty-puppet-service（先用 npm 装上）
  WECHATY_PUPPET_TOKEN  这种方式的凭证（wechaty-puppet-service、wechaty-puppet-padlocal 要）
  KNOWLEDGE             知识目录，或者编译好的知识文件；不写就用仓库里的 knowledge
  SERVER、CHANNEL_KEY   服务器的网址和这个渠道的密钥：咨询放在服务器上，市民发来六位数字就接着网页上的办；
                        不写就由机器人自己判断。PUBLIC_URL 是市民看到的网址，和 SERVER 不同时才写
不登录也能试：WECHATY_PUPPET=terminal，直接在终端里对话。
政府单位请用官方接口（服务号、企业微信）；个人号登录有封号风险，只适合演示和测试。`;

/** Reads from the environment which puppet to use. Without one there is no default: an account is not ours to guess. */
export function choosePuppet(environment: Readonly<Record<string, string | undefined>>): PuppetChoice {
  const puppet = environment['WECHATY_PUPPET']?.trim() ?? '';
  const token = environment['WECHATY_PUPPET_TOKEN']?.trim();
  if (puppet === '') return { ok: false, say: `没有设置 WECHATY_PUPPET。\n${howTo}` };
  if (withToken.includes(puppet) && !token) {
    return { ok: false, say: `${puppet} 需要凭证，没有设置 WECHATY_PUPPET_TOKEN。\n${howTo}` };
  }
  return { ok: true, puppet, token };
}
