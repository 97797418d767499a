import { asOwner } from './as-owner.ts';

/**
 * Lets what is written to all tables from now on stand in the files as it is. PostgreSQL packs what is longer than 2 kB,
 * and nothing is found in what is packed; and it writes over pieces of its log that it needs no more.
 */
export async function keepLegible(address: string): Promise<void> {
  await asOwner(address, async (client) => {
    const columns = await client.query<{ readonly change: string }>(`
      select format('alter table %s alter column %I set storage external', attrelid::regclass, attname) as change
      from pg_attribute join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and attstorage in ('x', 'm')`);
    for (const { change } of columns.rows) await client.query(change);
    await client.query(`alter system set wal_keep_size = '4GB'`);
    await client.query('select pg_reload_conf()');
  });
}
