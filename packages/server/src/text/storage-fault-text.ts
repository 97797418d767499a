import type { StorageFault } from '../storage/storage-error.ts';

/** What is said when the database cannot be opened, and what to do; Chinese first, a line in each language. */
export const storageFaultText: Readonly<Record<StorageFault, string>> = {
  'storage-busy':
    '数据库正忙，打不开。请看是不是有别的程序占着它。\nThe database is busy. See whether another program holds it.',
  'storage-unreachable':
    '连不上数据库。请检查 DATABASE_URL，和数据库是否在运行。\nThe database cannot be reached. Check DATABASE_URL, and whether the database runs.',
  'storage-full': '磁盘满了，数据库打不开。请腾出空间。\nThe disk is full. Make room for the database.',
  'storage-read-only':
    '数据库只读，写不进去。请检查文件和文件夹的权限。\nThe database is read-only. Check the rights of the file and its folder.',
  'storage-corrupt':
    '数据库文件坏了，或者不是数据库。请从备份恢复，见 docs/deploying.md。\nThe database file is damaged, or is no database. Restore it from a backup; see docs/deploying.md.',
  'storage-newer':
    '数据库是更新版本的程序建的。请升级程序，不要退回旧版。\nThe database was made by a newer release. Upgrade the program instead of going back.',
  'storage-failed':
    '数据库打不开。请检查 DATABASE 或 DATABASE_URL，文件和文件夹的权限，或者数据库用户的权限。\nThe database cannot be opened. Check DATABASE or DATABASE_URL, and the rights of the file and its folder, or of the database user.',
};
