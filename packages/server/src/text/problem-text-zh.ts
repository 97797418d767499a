import type { ProblemStatusCode } from '../problem-status.ts';

/** What a failed request says: a heading, then what is wrong and what to do. */
export type ProblemText = Readonly<Record<ProblemStatusCode, { readonly title: string; readonly detail: string }>>;

/** The sentences in Chinese. */
export const problemTextZh: ProblemText = {
  'malformed-json': { title: '不是 JSON', detail: '请求正文不是 UTF-8 编码的 JSON。请检查后重发。' },
  'unknown-consultation': { title: '没有这次咨询', detail: '这次咨询已经过期，或者编号不对。请重新开始。' },
  'unknown-item': { title: '没有这个事项', detail: '没有这个编号的事项。全部事项见 /api/items。' },
  'unknown-receipt': {
    title: '没有这份告知单',
    detail: '本地区没有这个编号的告知单，或者它已经过了保存期。请再核对编号。',
  },
  'unknown-handover-code': {
    title: '接续码不能用',
    detail: '这个接续码不对、已经用过，或者超过了十分钟。请让对方重新取一个。',
  },
  'not-a-receipt-number': {
    title: '编号不对',
    detail: '这不是告知单的编号：编号是 12 位数字，可能有一位抄错，或者两位颠倒了。请再核对。',
  },
  'knowledge-is-a-catalogue': {
    title: '知识太多，不能整份下载',
    detail: '这里的事项存在目录里，不能整份下载到网页上运行。请让网页连接服务器的 API。',
  },
  'not-found': { title: '没有这个地址', detail: '这个地址下没有内容。请检查地址。' },
  'method-not-allowed': { title: '不支持这个方法', detail: '这个地址不支持这个方法，支持的方法见 Allow 头。' },
  'turn-id-reused': { title: '编号用过了', detail: '这个 turn 已经用于另一个输入。请换一个新的编号再发。' },
  'too-many-turns': { title: '这次咨询太长', detail: '这次咨询的轮数已到上限，已有的内容还在。请重新开始一次。' },
  'body-too-large': { title: '正文太大', detail: '请求正文超过 8000 字节。请写短一点再发。' },
  'unsupported-media-type': { title: '内容类型不对', detail: '请用 Content-Type: application/json 发送。' },
  'invalid-body': { title: '正文不合要求', detail: '请求正文有不合要求的地方，逐项列在 errors 里。请改正后重发。' },
  'invalid-query': {
    title: '查询参数不合要求',
    detail: '查询参数有不合要求的地方，逐项列在 errors 里。请改正后重发。',
  },
  'message-too-long': { title: '这句话太长', detail: '一次最多 500 个字。请写短一点，或者分几次说。' },
  'sign-in-required': { title: '请先登录', detail: '这里要登录以后才能用。请打开 /sign-in 登录，再试一次。' },
  'password-change-required': {
    title: '请先改密码',
    detail: '您用的是一次性密码。请打开 /password 换成自己的密码，再试一次。',
  },
  'not-allowed': { title: '没有权限', detail: '您的账号不能做这件事。确实需要的话，请找本地区的主管。' },
  'forged-request': {
    title: '请求来路不明',
    detail: '这个请求不像是从本站的页面发出的，已经拦下。请回到本站的页面，刷新后再试。',
  },
  'locked-out': { title: '错得太多', detail: '试错的次数太多，暂时不能再试。请过 15 分钟再来。' },
  'internal-error': {
    title: '系统出错了',
    detail: '系统出错，您说过的没有丢。请稍后再试；再不行，请把编号告诉工作人员。',
  },
  'knowledge-gone': { title: '规则已经换了', detail: '这次咨询开始时的规则已经不在了。请重新开始一次。' },
  'not-kept': { title: '没有记下来', detail: '刚才发的没有记下来，前面说的都还在。请过一会儿再发一次。' },
  'unknown-entry': { title: '没有这个问题', detail: '问题清单里没有这个编号，或者它不归您的地区管。请检查编号。' },
  'already-rated': {
    title: '已经评过',
    detail: '这张告知单已经评过，一次办事只评一次；评价和时间列在 rated 里。还有要说的，可以投诉或者反映。',
  },
  'too-many-reports': {
    title: '反映得太多',
    detail: '这次办事反映的问题已到上限，记下的都在。还有要说的，请打投诉电话。',
  },
  'illegal-transition': {
    title: '不能这样改',
    detail: '问题要先接下，再办结；已经办结的不能再改。现在的状态见 state。请刷新后再看。',
  },
  'entry-changed': { title: '别人刚改过', detail: '您打开以后，别人改过这个问题。请刷新，看过新的内容再改。' },
  'material-on-notice': {
    title: '告知单上已经写了',
    detail: '告知单上已经写了这份材料。如果窗口要的份数或者样式不同，请用文字说明。',
  },
  'export-too-long': {
    title: '导出的太多',
    detail: '要导出的超过一个表格能放的行数。请缩短日期范围，分几次导出，或者导出 CSV。',
  },
  'too-fast': { title: '请求太快', detail: '请求来得太快。请按 Retry-After 头写的秒数等一等再发。' },
  'too-busy': { title: '现在人太多', detail: '现在咨询的人太多，暂时接不了。请过几秒再试，您说过的没有丢。' },
};
