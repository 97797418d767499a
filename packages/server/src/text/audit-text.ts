import type { AuditFault } from '../audit/verify-chain.ts';

const broken: Readonly<Record<AuditFault, (seq: number) => string>> = {
  changed: (seq) => `第 ${String(seq)} 条被人改过。请保留现场，报告信息安全负责人。`,
  missing: (seq) => `第 ${String(seq)} 条不见了。请保留现场，报告信息安全负责人。`,
  'head-differs': (seq) => `第 ${String(seq)} 条和留存的校验值对不上。请保留现场，报告信息安全负责人。`,
};

const actions: Readonly<Record<string, string>> = {
  'signed-in': '登录',
  'signed-out': '退出登录',
  'sign-in-failed': '登录失败',
  'password-changed': '改密码',
  'password-change-failed': '改密码失败',
  'password-reset': '重置密码',
  'account-created': '新建账号',
  'account-disabled': '停用账号',
  'account-enabled': '恢复账号',
  'role-changed': '改角色',
  'notice-viewed': '查看告知单',
  'audit-read': '查看操作记录',
  'audit-verified': '核对操作记录',
};

const actors: Readonly<Record<string, string>> = {
  anonymous: '未登录的人',
  unknown: '不存在的账号',
  citizen: '市民',
  system: '系统',
  operator: '机房人员',
};

/** The words of the page on which a supervisor reads the audit log. */
export const auditText = {
  title: '操作记录',
  about: '谁在什么时候做了什么，一条不改、一条不删地记在这里。查看本页也会记一条。',
  day: '日期',
  show: '查看这一天',
  none: '这一天没有记录。',
  more: '接着看这一天后面的记录',
  columns: { seq: '序号', at: '北京时间', actor: '谁', action: '做了什么', object: '对谁、对什么' },
  actions,
  actors,
  intact: (rows: number): string => `核对完毕，${String(rows)} 条记录都没有改动。`,
  broken,
  verify: {
    title: '核对整本记录',
    about: '每条记录都带着前一条的校验值，改一条、删一条、换个次序，都能查出来，并指出是哪一条。',
    submit: '核对',
    head: '现在最后一条的序号和校验值：',
    keep: '每天下班前把这一行打印或抄到别处保存。以后填在下面一起核对，连整本重写也能查出来。',
    none: '读不出来，请马上核对。',
    seq: '以前保存的序号（可以不填）',
    hash: '以前保存的校验值（可以不填）',
  },
} as const;
