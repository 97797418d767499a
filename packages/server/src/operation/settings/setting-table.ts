import * as v from 'valibot';
import { setting } from './setting.ts';
import {
  isAddressRange,
  isKnowledgeKey,
  isOrigin,
  isWebAddress,
  isWebhookSecret,
  list,
  optionalText,
  wholeNumber,
} from './setting-schemas.ts';

const text = v.string();

/** Everything that can be set. Adding a setting means adding a row here and a line in docs/deploying.md. */
export const SETTING_TABLE = {
  port: setting({
    name: 'PORT',
    otherwise: '8787',
    schema: wholeNumber(0, 65_535),
    zh: '监听的端口。请写 0 到 65535 的数字。',
    en: 'Port to listen on. Write a number from 0 to 65535.',
  }),
  host: setting({
    name: 'HOST',
    otherwise: '127.0.0.1',
    schema: text,
    zh: '监听的地址。只在本机用写 127.0.0.1，对外写 0.0.0.0。',
    en: 'Address to listen on. Write 127.0.0.1 for this machine only, 0.0.0.0 for all.',
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    otherwise: '',
    schema: optionalText((written) => isWebAddress(written) && !written.endsWith('/')),
    zh: '市民看到的网址，用在告知单的链接和二维码里。请写完整，末尾不要斜杠，例如 https://banshi.example.gov.cn。',
    en: 'Address as citizens see it, for links and QR codes on notices. Write it whole, without a slash at the end: https://banshi.example.gov.cn.',
  }),
  origins: setting({
    name: 'ORIGINS',
    otherwise: '',
    schema: list(isOrigin),
    zh: '可以嵌入办事指南的其他网站。请写完整的来源，例如 https://www.example.gov.cn，用逗号分开。',
    en: 'Other sites that may embed the guide. Write whole origins such as https://www.example.gov.cn, with commas between.',
  }),
  trustedProxies: setting({
    name: 'TRUSTED_PROXIES',
    otherwise: '',
    schema: list(isAddressRange),
    zh: '前面的反向代理的地址，只有它们转来的访客地址才算数。请写地址或网段，例如 10.0.0.0/8，用逗号分开。',
    en: 'Addresses of the reverse proxies in front; only they are believed about whose request it is. Write addresses or ranges such as 10.0.0.0/8, with commas between.',
  }),
  drainSeconds: setting({
    name: 'DRAIN_SECONDS',
    otherwise: '0',
    schema: wholeNumber(0, 300),
    zh: '收到停止信号后，先报告“未就绪”，再照常服务几秒才停，好让前面的负载均衡换到别的进程。请写 0 到 300 的数字。',
    en: 'Seconds to serve on after being told to stop, reporting not ready, so that the load balancer in front turns to other processes. Write a number from 0 to 300.',
  }),
  knowledge: setting({
    name: 'KNOWLEDGE',
    otherwise: '',
    schema: text,
    zh: '编译好的知识文件。请写文件的路径。',
    en: 'The compiled knowledge file. Write the path of a file.',
  }),
  knowledgeKeys: setting({
    name: 'KNOWLEDGE_KEY',
    otherwise: '',
    schema: list(isKnowledgeKey),
    zh: '给知识签名的公钥；写了它，没有签名或者签名不对的知识一概不用。请写 pnpm knowledge keys 打印的那一行，换钥匙时用逗号分开写两把。',
    en: 'Public key of whoever signs the knowledge; with it, knowledge without their signature is refused. Write what pnpm knowledge keys prints; two with a comma between while the key is being changed.',
  }),
  databaseFile: setting({
    name: 'DATABASE',
    otherwise: '',
    schema: text,
    zh: 'SQLite 数据库文件，没有就新建。请写文件的路径。',
    en: 'The SQLite database file, made where it is missing. Write the path of a file.',
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    otherwise: '',
    secret: true,
    schema: optionalText((written) => /^postgres(ql)?:\/\//.test(written) && URL.canParse(written)),
    zh: 'PostgreSQL 的地址；写了它就不用 SQLite。请写 postgres://用户:密码@主机:5432/库名。',
    en: 'Address of PostgreSQL; with it, no SQLite is used. Write postgres://user:password@host:5432/name.',
  }),
  retentionDays: setting({
    name: 'RETENTION_DAYS',
    otherwise: '180',
    schema: wholeNumber(1, 36_500),
    zh: '咨询和告知单保存多少天。请写 1 到 36500 的数字。',
    en: 'Days that consultations and notices are kept. Write a number from 1 to 36500.',
  }),
  ledgerWorkingDays: setting({
    name: 'LEDGER_WORKING_DAYS',
    otherwise: '15',
    schema: wholeNumber(1, 365),
    zh: '问题清单里的问题几个工作日内办结。请写 1 到 365 的数字。',
    en: 'Working days in which a ledger entry is due. Write a number from 1 to 365.',
  }),
  calendar: setting({
    name: 'CALENDAR',
    otherwise: '',
    schema: optionalText(),
    zh: '放假和调休的日历文件。请写文件的路径；不写就用自带的。',
    en: 'Calendar of holidays and working weekends. Write the path of a file; without one, the calendar that comes along is used.',
  }),
  channelKeys: setting({
    name: 'CHANNEL_KEYS',
    otherwise: '',
    secret: true,
    schema: v.pipe(
      list((entry) => /^[a-z][a-z0-9-]{0,31}:[\w-]{24,}$/.test(entry)),
      v.transform((entries) => new Map(entries.map((entry) => [entry.split(':')[1] ?? '', entry.split(':')[0] ?? '']))),
    ),
    zh: '其他渠道的程序用的密钥。请写 名称:密钥，密钥至少 24 个字母或数字，用逗号分开。',
    en: 'Keys for the programs of other channels. Write name:key, each key at least 24 letters or digits, with commas between.',
  }),
  oidcIssuer: setting({
    name: 'OIDC_ISSUER',
    otherwise: '',
    schema: optionalText(isWebAddress),
    zh: '统一登录（OpenID Connect）的签发者网址。请写完整的网址。',
    en: 'Issuer of the single sign-on (OpenID Connect). Write a whole address.',
  }),
  oidcClientId: setting({
    name: 'OIDC_CLIENT_ID',
    otherwise: '',
    schema: optionalText(),
    zh: '统一登录发给本系统的客户端编号。',
    en: 'Client id that the single sign-on gave this system.',
  }),
  oidcClientSecret: setting({
    name: 'OIDC_CLIENT_SECRET',
    otherwise: '',
    secret: true,
    schema: optionalText(),
    zh: '统一登录发给本系统的客户端密钥。',
    en: 'Client secret that the single sign-on gave this system.',
  }),
  oidcRoleClaim: setting({
    name: 'OIDC_ROLE_CLAIM',
    otherwise: 'onetrip_role',
    schema: v.pipe(v.string(), v.maxLength(200)),
    zh: '统一登录用哪个声明说明角色；带点的名字可以往里找，例如 realm_access.roles。',
    en: 'Claim of the single sign-on that holds the role; a name with dots reaches inside, such as realm_access.roles.',
  }),
  oidcRoles: setting({
    name: 'OIDC_ROLES',
    otherwise: '',
    schema: v.pipe(
      list((entry) => /^[^=]{1,100}=(clerk|editor|supervisor)$/.test(entry)),
      v.transform((entries) => new Map(entries.map(roleOf))),
    ),
    zh: '统一登录里的角色叫什么。请写 名称=clerk、名称=editor 或 名称=supervisor，用逗号分开；不写就用这三个词本身。',
    en: 'What the single sign-on calls each role. Write word=clerk, word=editor or word=supervisor, with commas between; without it, these three words count.',
  }),
  oidcRegionClaim: setting({
    name: 'OIDC_REGION_CLAIM',
    otherwise: 'onetrip_region',
    schema: v.pipe(v.string(), v.maxLength(200)),
    zh: '统一登录用哪个声明说明地区；没有这个声明，就是本系统的地区。',
    en: 'Claim of the single sign-on that holds the region; without the claim, the region of this server counts.',
  }),
  oidcHallClaim: setting({
    name: 'OIDC_HALL_CLAIM',
    otherwise: 'onetrip_hall',
    schema: v.pipe(v.string(), v.maxLength(200)),
    zh: '统一登录用哪个声明说明大厅；没有这个声明，就是全部大厅。',
    en: 'Claim of the single sign-on that holds the hall; without the claim, every hall counts.',
  }),
  oidcUnknown: setting({
    name: 'OIDC_UNKNOWN',
    otherwise: 'refuse',
    schema: v.picklist(['refuse', 'create']),
    zh: '统一登录来的人还没有账号时怎么办。请写 refuse（拒绝）或 create（建账号）。',
    en: 'What happens to people from the single sign-on who have no account. Write refuse or create.',
  }),
  webhookUrl: setting({
    name: 'WEBHOOK_URL',
    otherwise: '',
    schema: optionalText(isWebAddress),
    zh: '问题清单有新的、有变动，告诉哪个网址（Standard Webhooks）。请写完整的网址；不写就谁也不告诉。',
    en: 'Address that is told of new and changed ledger entries (Standard Webhooks). Write a whole address; without one, nobody is told.',
  }),
  webhookSecrets: setting({
    name: 'WEBHOOK_SECRET',
    otherwise: '',
    secret: true,
    schema: list(isWebhookSecret),
    zh: '给这些消息签名的密钥。请写 whsec_ 加 24 到 64 个随机字节的 base64；换密钥时用逗号分开写两个。',
    en: 'Key that signs these messages. Write whsec_ and 24 to 64 random bytes in base64; two with a comma between while it is being changed.',
  }),
  webhookAllow: setting({
    name: 'WEBHOOK_ALLOW',
    otherwise: '',
    schema: list(isAddressRange),
    zh: '收消息的系统在内网时，它所在的网段。请写地址或网段，例如 10.2.0.0/16，用逗号分开；不写就只发到公网。',
    en: 'Network of the receiver, where it is not the open Internet. Write addresses or ranges such as 10.2.0.0/16, with commas between.',
  }),
  metricsToken: setting({
    name: 'METRICS_TOKEN',
    otherwise: '',
    secret: true,
    schema: optionalText((written) => /^[\w-]{16,}$/.test(written)),
    zh: '读取 /metrics 要出示的密钥；不写就只有本机能读。请写至少 16 个字母或数字。',
    en: 'Token to show for /metrics; without one, only this machine may read it. Write at least 16 letters or digits.',
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    otherwise: 'info',
    schema: v.picklist(['debug', 'info', 'warn', 'error', 'silent']),
    zh: '日志写多细。请写 debug、info、warn、error 或 silent。',
    en: 'How much is logged. Write debug, info, warn, error or silent.',
  }),
};

function roleOf(entry: string): [string, 'clerk' | 'editor' | 'supervisor'] {
  const [word = '', role] = entry.split('=');
  return [word.trim(), role === 'supervisor' || role === 'editor' ? role : 'clerk'];
}
