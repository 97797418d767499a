import { Client } from 'pg';

/** A connection that may do everything; for as long as `work` takes. */
export async function asOwner<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
