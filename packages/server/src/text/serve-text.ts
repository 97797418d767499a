import type { SettingFault, ShownSetting } from '../settings.ts';

/** What the server says in the terminal, Chinese first. */
export const serveText = {
  started: (address: string, hasWidget: boolean): string =>
    [
      '一趟清已启动 · OneTrip is running',
      '',
      `  办事指南 Guide     ${address}/`,
      `  接线台   Desk      ${address}/desk`,
      `  离线版   Offline   ${address}/offline`,
      `  工作人员 Staff     ${address}/sign-in`,
      `  接口     API       ${address}/docs`,
      `  健康检查 Health    ${address}/healthz`,
      '',
      ...(hasWidget
        ? []
        : ['  组件还没有构建，页面上只有电话。 The widget is not built yet; pages show telephone numbers only.', '']),
      '按 Ctrl+C 停止 · Press Ctrl+C to stop',
    ].join('\n'),
  stopping: '正在停止 · Stopping',
  waiting: (tries: number): string =>
    `还连不上数据库，每秒再试，最多 ${String(tries)} 次 · Waiting for the database, up to ${String(tries)} tries`,
  /** Every fault of the settings at once, each with what to do. */
  unusableSettings: (faults: readonly SettingFault[]): string =>
    faults
      .map(({ name, value, zh, en }) => {
        const quoted = value === '' ? { zh: '', en: '' } : { zh: `：“${value}”`, en: `: "${value}"` };
        return `${name} 不能用${quoted.zh}。${zh}\n${name} cannot be used${quoted.en}. ${en}`;
      })
      .join('\n'),
  /** The settings that count, as they are printed at the start. */
  settings: (shown: readonly ShownSetting[]): string => {
    const width = Math.max(...shown.map(({ name }) => name.length));
    const lines = shown.map(({ name, value, isSet }) => {
      const state = isSet ? '（已设置 set）' : '（未设置 not set）';
      return `  ${name.padEnd(width)}  ${value === undefined || value === '' ? state : value}`;
    });
    return ['设置 · Settings', ...lines].join('\n');
  },
  /** Printed once, when there is nobody yet who could sign in. */
  firstLogin: ({ name, password }: { readonly name: string; readonly password: string }): string =>
    [
      '第一次启动，已建好主管账号，请登录后马上换密码。这个密码只显示这一次。',
      'First start: there is a supervisor now. Sign in at /sign-in and choose a password; this one is shown only here.',
      `  账号 Name      ${name}`,
      `  密码 Password  ${password}`,
    ].join('\n'),
  unusableCalendar: (path: string, errors: readonly string[]): string =>
    [
      `读不懂放假日历 ${path}（CALENDAR）。请改正，或者去掉这个设置，用自带的日历。`,
      `Cannot read the calendar ${path} (CALENDAR). Correct it, or leave the setting out to use the one that comes along.`,
      ...errors.map((error) => `  ${error}`),
    ].join('\n'),
  portTaken: (port: number): string =>
    `端口 ${String(port)} 已经有别的程序在用。请停掉它，或者换一个：PORT=${String(port + 1)}。\n` +
    `Port ${String(port)} is taken by another program. Stop it, or choose another: PORT=${String(port + 1)}.`,
  cannotListen: (host: string, port: number, code: string): string =>
    `不能在 ${host} 的端口 ${String(port)} 上提供服务（${code}）。请检查 HOST 和 PORT。\n` +
    `Cannot listen on ${host}, port ${String(port)} (${code}). Check HOST and PORT.`,
} as const;
