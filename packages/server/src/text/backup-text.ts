import type { BackupFault } from '../operation/backup/back-up.ts';
import type { CopyReport } from '../operation/backup/check-copy.ts';

/** What the backup command says, Chinese first. */
export const backupText = {
  usage:
    '用法 Usage:\n' +
    '  node backup.js <文件 file>             备份正在用的数据库 back up the database while it is in use\n' +
    '  node backup.js --check <文件 file>     检查一份备份 check a backup\n' +
    '  node backup.js --restore <文件 file>   恢复成数据库 restore a backup as the database\n' +
    '数据库由 DATABASE 指明。 DATABASE names the database.',
  isPostgres:
    '用的是 PostgreSQL，请用 pg_dump 备份，见 docs/deploying.md。\nThis is PostgreSQL: back it up with pg_dump; see docs/deploying.md.',
  done: (path: string, { consultations, turns, receipts }: CopyReport): string => {
    const counts = [consultations, turns, receipts].map(String);
    return (
      `${path}：完好。咨询 ${counts[0] ?? ''} 次，${counts[1] ?? ''} 轮，告知单 ${counts[2] ?? ''} 份，摘要全部相符。\n` +
      `${path}: sound. ${counts[0] ?? ''} consultations, ${counts[1] ?? ''} turns, ${counts[2] ?? ''} notices, every hash agrees.`
    );
  },
  faults: {
    'no-database': (path) =>
      `找不到数据库：${path}。请用 DATABASE 指明。\nNo database at ${path}. Name it in DATABASE.`,
    'target-exists': (path) =>
      `${path} 已经有了，没有覆盖。请先挪开它，连同 -wal 和 -shm。\n${path} is there already and was left alone. Move it away first, with its -wal and -shm.`,
    'not-written': (path) =>
      `写不了 ${path}。请检查空间和权限。\n${path} could not be written. Check the space and the rights.`,
    'copy-missing': (path) => `打不开备份：${path}。请检查路径。\nThe backup ${path} cannot be opened. Check the path.`,
    'copy-damaged': (path) => `${path} 坏了，请用另一份备份。\n${path} is damaged. Use another backup.`,
    'receipt-changed': (path) =>
      `${path} 里有告知单和摘要对不上，请用另一份备份。\nIn ${path}, a notice is not what it was given as. Use another backup.`,
  } satisfies Readonly<Record<BackupFault, (path: string) => string>>,
} as const;
