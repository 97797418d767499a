import type { AccountFault } from '../accounts/new-account.ts';
import type { OidcFault } from '../accounts/oidc-sign-in.ts';
import type { CurrentFault, PasswordFault } from '../accounts/password-rules.ts';
import type { SignInFault } from '../accounts/sign-in.ts';
import type { AccountRow } from '../storage/tables.ts';

/** Every way a page for signed-in people can say no. */
export type StaffFault =
  | AccountFault
  | PasswordFault
  | SignInFault
  | OidcFault['fault']
  | 'cookie-refused'
  | 'passwords-differ'
  | CurrentFault;

/** What each role is called. */
export const roleText: Readonly<Record<AccountRow['role'], string>> = {
  clerk: '窗口人员',
  editor: '编辑',
  supervisor: '主管',
};

/** What went wrong, and what to do. */
export const staffFaultText: Readonly<Record<StaffFault, string>> = {
  'wrong-name-or-password': '账号或密码不对。请检查后再试；忘了密码，请主管重置。',
  'locked-out': '试错的次数太多，暂时不能登录。请过 15 分钟再来，或者请主管重置密码。',
  busy: '现在登录的人太多。请过一会儿再试。',
  'cookie-refused': '浏览器没有记住登录。请用 https 开头的网址打开本站，并允许本站保存 Cookie，再登录一次。',
  'state-unknown': '这次登录已经过期，或者已经用过。请从登录页重新开始。',
  'issuer-unreachable': '连不上统一登录。请过一会儿再试，或者用本站的账号登录。',
  'answer-refused': '统一登录没有通过。请从登录页重新开始；还是不行，请告诉主管。',
  'no-role': '统一登录没有给您本站的角色。请联系管理统一登录的人。',
  'subject-unknown': '您在本站还没有账号。请把下面这串编号交给主管，由主管建账号。',
  'account-disabled': '这个账号已经停用。请找主管。',
  'password-too-short': '新密码太短。请至少用 10 个字。',
  'password-too-long': '新密码太长。请不要超过 128 个字。',
  'password-holds-name': '新密码里有您的账号，容易被猜到。请换一个。',
  'password-too-common': '这个密码很多人在用，容易被猜到。请换一个。',
  'password-unchanged': '新密码和现在的一样。请换一个。',
  'passwords-differ': '两次写的新密码不一样。请重新写。',
  'current-password-wrong': '现在的密码不对。请重新写。',
  'name-unusable': '账号只能用小写英文字母、数字、点、横线和下划线，2 到 32 个字符，以字母或数字开头。',
  'name-taken': '这个账号已经有人用。请换一个。',
  'display-unusable': '请写姓名，不超过 40 个字。',
  'role-unknown': '请选一个角色。',
  'hall-unknown': '没有这个大厅。请重新选一个。',
  'hall-out-of-reach': '您只能管理自己大厅的账号。',
  'subject-unusable': '统一登录编号不对。请原样写下那串编号，网址和编号之间有一个空格。',
  'subject-taken': '这个统一登录编号已经有账号。',
  'account-unknown': '没有这个账号，或者不归您管理。',
  'own-account': '不能改自己的账号。请另一位主管来改。',
  'no-password': '这个账号用统一登录，没有密码可以重置。',
};

/** The words of the pages on which people sign in and look after accounts. */
export const accountsText = {
  firstSupervisor: '主管',
  product: '一趟清 · 工作人员',
  skip: '跳到正文',
  wrong: '出错：',
  nav: {
    receipts: '打开告知单',
    ledger: '问题清单',
    label: '工作导航',
    desk: '接线台',
    accounts: '账号',
    audit: '操作记录',
    password: '改密码',
    signOut: '退出登录',
  },
  whoIs: (display: string, role: AccountRow['role']): string => `${display}（${roleText[role]}）`,
  signIn: {
    title: '登录',
    about: '给窗口和后台的工作人员用。来办事的市民不用登录。',
    name: '账号',
    password: '密码',
    submit: '登录',
    elsewhere: '用统一登录',
    signedOut: '已经退出登录。',
    arrived: '登录成功，正在打开页面。没有自动打开的话，请点这里。',
    yourSubject: '您的编号',
    back: '回到登录页',
  },
  password: {
    title: '改密码',
    mustChange: '您现在用的是一次性密码。请换成自己的密码，再继续。',
    rules: '至少 10 个字，不要用账号，也不要用常见的密码。几个不相干的词连在一起，好记又难猜。',
    current: '现在的密码',
    chosen: '新密码',
    again: '再写一遍新密码',
    submit: '改密码',
    elsewhere: '您用统一登录，密码在那里改。',
    after: '改好以后，别处的登录都会退出。',
  },
  accounts: {
    title: '账号',
    given: '一次性密码只显示这一次',
    giveTo: (name: string): string => `请当面或打电话交给“${name}”本人。第一次登录时要换成自己的密码。`,
    withoutPassword: (name: string): string => `账号“${name}”已建好，用统一登录登录，不需要密码。`,
    done: '已经改好。',
    list: '现有账号',
    columns: { person: '姓名和账号', role: '角色和大厅', state: '状态', change: '更改' },
    states: { active: '可以登录', disabled: '已停用', waiting: '还没有换一次性密码', own: '这是您自己' },
    byIssuer: '统一登录',
    everyHall: '全部大厅',
    create: '新建账号',
    name: '账号',
    nameHelp: '工号或英文名，只用小写字母、数字、点、横线和下划线。',
    display: '姓名',
    role: '角色',
    hall: '大厅',
    subject: '统一登录编号（可以不填）',
    subjectHelp: '只给用统一登录的人填。本人第一次登录被拒时，页面上会显示这串编号。',
    submit: '新建',
    disable: '停用',
    enable: '恢复',
    reset: '重置密码',
    save: '改角色',
    of: (display: string): string => `（${display}）`,
  },
} as const;
