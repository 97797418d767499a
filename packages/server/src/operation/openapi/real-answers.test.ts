import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { CatalogueEngines } from '../../catalogue/catalogue-engines.ts';
import { publishBase, publishRegion } from '../../catalogue/publish-catalogue.ts';
import { oneEngine } from '../../knowledge/engines.ts';
import type { Database } from '../../storage/database.ts';
import { openDatabase } from '../../storage/open-database.ts';
import * as citizens from '../../test-support/answer-scenes/citizens.ts';
import { everybody, everyRoute } from '../../test-support/answer-scenes/every-route.ts';
import { tooFast, withoutDatabase } from '../../test-support/answer-scenes/in-the-way.ts';
import * as signingIn from '../../test-support/answer-scenes/signing-in.ts';
import * as staff from '../../test-support/answer-scenes/staff.ts';
import { DocumentWitness } from '../../test-support/document-witness.ts';
import { CLIENT, realIssuer } from '../../test-support/oidc-issuer.ts';
import { usePostgres } from '../../test-support/postgres.ts';
import { realEngine } from '../../test-support/real-engine.ts';
import type { SampleIds } from '../../test-support/route-samples.ts';
import { compiledRegion, realItems, regionCalled } from '../../test-support/synthetic-regions.ts';
import { tellSomebody } from '../../test-support/tell-somebody.ts';
import { temporaryDatabase } from '../../test-support/temporary-database.ts';
import { watchedServer } from '../../test-support/watched-server.ts';
import type { WatchedServer } from '../../test-support/watched-server.ts';
import { webhookDescriptions } from '../../webhooks/webhook-descriptions.ts';
import { apiDescriptions } from './api-descriptions.ts';
import { openApiDocument } from './openapi-document.ts';

const engines = oneEngine(realEngine());
const described = { routes: apiDescriptions('demo-city'), webhooks: webhookDescriptions };
const document = openApiDocument(described, { version: '0.1.0' });
const postgres = usePostgres();

/** What nobody can bring about from outside: a fault of ours, and a thousand requests at one moment. */
const OUT_OF_REACH = / (?:500 internal-error|503 too-busy)$/;

test(
  'every answer of every route is as described, and everything described is answered',
  { timeout: 600_000 },
  async () => {
    const witness = new DocumentWitness(document);
    const { issuer } = await realIssuer(
      { li: { name: '李薇', onetrip_role: 'clerk', onetrip_region: 'demo-city' } },
      { claimsInToken: true },
    );
    const oidc = { ...CLIENT, issuer, unknown: 'create' } as const;
    const server = async (options: Partial<Parameters<typeof watchedServer>[0]> = {}) =>
      watchedServer({ engine: engines, witness, oidc, database: await temporaryDatabase(), ...options });

    const whole = await server();
    const people = await everybody(whole);
    const ids = await sampleIds(whole, people.supervisor.csrf);
    await everyRoute(whole, people, ids);
    await citizens.consultations(whole);
    await citizens.notices(whole, damageIn(whole.database));
    await citizens.feedback(whole);
    await citizens.handOver(whole, ids.consultation, people.clerk);
    await staff.ledger(whole, people.supervisor);
    await staff.desk(whole, damageIn(whole.database));
    await signingIn.accounts(await server());

    const { database } = whole;
    const later = await server({ database, engine: citizens.laterEngines() });
    await citizens.consultationsElsewhere(await server({ database, mostTurns: 0 }), later);
    await staff.deskLater(whole, later);
    await staff.exports(whole, people.supervisor);
    await staff.audit(whole, people.supervisor);
    await staff.operation(whole);
    const nowhere = { ...oidc, issuer: 'http://127.0.0.1:9' };
    await signingIn.singleSignOn(whole, await server({ database, oidc: nowhere }));
    const alone = await server({ database, oidc: undefined });
    for (const path of ['/sign-in/oidc', '/sign-in/oidc/callback']) await alone.ask({ path });

    const never = { perSecond: 1e-9, burst: 0 };
    await tooFast(await server({ database, limits: { perNetwork: never } }), ids);
    const lonely = await server(await inPostgres());
    await lonely.ask({ path: '/knowledge.json' });
    await postgres.stop();
    await withoutDatabase(lonely, ids, people.supervisor);

    const unseen = witness.unseen.filter((promise) => !OUT_OF_REACH.test(promise));
    expect({ mismatches: witness.mismatches, unseen }).toEqual({ mismatches: [], unseen: [] });
  },
);

async function sampleIds(server: WatchedServer, csrf: string): Promise<SampleIds> {
  const told = await tellSomebody(server);
  await server.ask({ path: `/api/notices/${told.token}/complaint`, json: { words: '等了很久' } });
  const entry = await server.database.reader.selectFrom('ledger').select('id').executeTakeFirstOrThrow();
  const { account } = await server.person();
  return { ...told, csrf, account: account.id, entry: entry.id };
}

/** Changes a notice as somebody who owns the database would do it. */
function damageIn(database: Database) {
  return (number: string): Promise<void> =>
    database.write(async (transaction) => {
      await sql`drop trigger if exists receipts_no_update`.execute(transaction);
      await sql`update receipts set hash = '' where number = ${number}`.execute(transaction);
    });
}

/** A server of a catalogue larger than memory. */
async function inPostgres() {
  const database = await openDatabase(await postgres.newDatabase());
  await publishBase(database, compiledRegion(regionCalled('base'), realItems()), 1);
  await publishRegion(database, compiledRegion(regionCalled('here'), realItems()), 2);
  const engine = await CatalogueEngines.open({ database, region: 'here' });
  if (!engine) throw new Error('Nothing was published.');
  return { database, engine };
}
