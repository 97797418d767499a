import type { CataloguePublication } from '../catalogue/publish-catalogue.ts';
import type { CatalogueSweep } from '../catalogue/sweep-catalogue.ts';

/** What the catalogue command says, Chinese first. */
export const catalogueText = {
  usage:
    '用法 Usage:\n' +
    '  node catalogue.js --base <文件 file>   存入各地区共用的事项 publish what all regions share\n' +
    '  node catalogue.js <文件 file>          存入一个地区的知识 publish the knowledge of a region\n' +
    '数据库由 DATABASE_URL 指明，必须是 PostgreSQL。 DATABASE_URL names the database, a PostgreSQL.',
  done: ({ version, edition, items, overlays, parts }: CataloguePublication): string => {
    const [edited, itemsIn, overlaysIn, partsIn] = [edition, items, overlays, parts].map(String);
    return (
      `已存入 ${version}，第 ${edited ?? ''} 版：事项 ${itemsIn ?? ''} 个，地区差异 ${overlaysIn ?? ''} 处，问题、材料和依据 ${partsIn ?? ''} 条。\n` +
      `Published ${version} as edition ${edited ?? ''}: ${itemsIn ?? ''} items, ${overlaysIn ?? ''} overlays, ${partsIn ?? ''} questions, materials and sources.`
    );
  },
  swept: ({ editions, rows }: CatalogueSweep): string => {
    const [gone, rowsIn] = [editions, rows].map(String);
    return (
      `清理了没有人再用的 ${gone ?? ''} 版，共 ${rowsIn ?? ''} 行。\n` +
      `Swept ${gone ?? ''} editions that nobody needs any more, ${rowsIn ?? ''} rows.`
    );
  },
} as const;
