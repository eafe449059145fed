import { afterEach, describe, expect, test } from '@jest/globals';
import { serve, type Served } from '../../src/serve.ts';
import { migrateDatabase } from '../../src/composition/migrate-database.ts';
import { system } from '../../src/services/access/actor.ts';
import { openManifest, openRepository, verifyBackup, type Repository } from '../../src/services/backups/index.ts';
import { pendingMigrations } from '../../src/services/platform/orm/migrate.ts';
import { entities } from '../../src/entities/index.ts';
import { openOrm } from '../../src/services/platform/orm/orm.ts';
import { ask } from '../support/ask.ts';
import { engine } from '../support/database.ts';
import { auditVerdict } from '../support/audit-log.ts';
import { wrongBalances } from '../support/balances.ts';
import { openTestEnvironment, type AppEnvironment } from '../support/environment.ts';
import { openRelease, releases, type Release } from '../support/releases.ts';
import { testConfig } from '../support/world.ts';
import { countRows } from '../support/rows.ts';

let release: Release | undefined;
let env: AppEnvironment | undefined;
let served: Served | undefined;
afterEach(async () => {
  await served?.stop();
  await env?.close();
  await release?.database.drop();
});

interface Line {
  readonly quantityThousandths: number;
  readonly unitPrice: { readonly amount: string };
  readonly net: { readonly amount: number };
}

interface Order {
  readonly status: string;
  readonly files: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly deliveries: readonly { readonly number: number; readonly files: readonly { readonly id: string }[] }[];
  readonly invoices: readonly {
    readonly number: string;
    readonly pdfFileId: string;
    readonly lines: readonly Line[];
  }[];
}

/** The newest moment that the release wrote down: its data are opened a day later, whenever this test is run. */
async function dayAfter({ database }: Release): Promise<number> {
  const orm = await openOrm(database.settings, [...entities]);
  const [row] = await orm.em.fork().execute<{ at: number | string }[]>('select max(`at`) as at from `audit_entry`');
  await orm.close(true);
  return (typeof row?.at === 'number' ? row.at : Date.parse(`${String(row?.at).replace(' ', 'T')}Z`)) + 24 * 3_600_000;
}

describe.each(releases)('data of the release %s', (name) => {
  test('are upgraded, served, and prove themselves', async () => {
    release = await openRelease(name);
    const { database, people, dataDir, keysDir } = release;
    const before = await rows(database.settings);
    expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(30);

    await giveBack(database.settings);
    const config = configOf(release);
    await expect(
      migrateDatabase({ ...config, BACKUP_TARGETS: [`file:${import.meta.filename}/none`] }, database.settings),
    ).rejects.toThrow('Nothing was changed');
    await migrateDatabase(config, database.settings);
    expect(await pendingMigrations(database.settings)).toEqual([]);
    const after = await rows(database.settings);
    for (const [table, count] of Object.entries(before))
      expect([table, (after[table] ?? 0) >= count]).toEqual([table, true]);

    const ahead = (await dayAfter(release)) - Date.now();
    env = await openTestEnvironment({
      isServed: false,
      database,
      environment: {
        ...{ DATA_DIR: dataDir, KEYS_DIR: keysDir, RATE_LIMIT_SCALE: '1000' },
        BACKUP_TARGETS: config.BACKUP_TARGETS.join(','),
      },
      clock: { now: () => new Date(Date.now() + ahead) },
    });
    served = await serve(env.app);
    await expectBackup(env, before);
    expect(await auditVerdict(env.db, env.config)).toMatch(/^(OK|UNSEALED_TAIL)$/);
    // What a payment had given back is a refund now.
    const refunds = await env.db.selectFrom('refund').select(['amount_cents', 'status', 'origin']).execute();
    expect(refunds.map((refund) => ({ ...refund, amount_cents: Number(refund.amount_cents) }))).toEqual([
      { amount_cents: 100, status: 'SUCCEEDED', origin: 'PROVIDER' },
    ]);
    // Each invoice of before was paid by the payment that knows it.
    const paid = await env.db.selectFrom('invoice').select(['gross_cents', 'paid_cents']).execute();
    expect(paid.map(({ paid_cents: cents }) => Number(cents))).toEqual(paid.map((row) => Number(row.gross_cents)));
    expect(paid.length).toBeGreaterThan(0);
    expect(await wrongBalances(env.db)).toEqual([]);

    const login = await ask(
      served,
      'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
      { variables: { input: people.get('ADMIN') } },
    );
    const { accessToken: token } = (login.data as { login: { accessToken: string } }).login;
    const listed = await ask(
      served,
      '{ orders { nodes { status files { id name role } deliveries { number files { id } } invoices { number pdfFileId lines { quantityThousandths unitPrice { amount } net { amount } } } } } }',
      { token },
    );
    const orders = (listed.data as { orders: { nodes: Order[] } }).orders.nodes;
    const order = orders.find(({ status }) => status === 'COMPLETED') as Order;
    expect(order.invoices.map(({ number }) => number)).toEqual(['FACT-2026-000001']);
    const lines = order.invoices.flatMap((invoice) => invoice.lines);
    expect(lines.length).toBeGreaterThan(0);
    for (const { quantityThousandths, unitPrice, net } of lines)
      expect((quantityThousandths / 1_000) * Number(unitPrice.amount)).toBeCloseTo(net.amount / 100, 4);
    expect(order.files.length).toBeGreaterThanOrEqual(2);
    // What was delivered before deliveries were kept is one.
    const corrected = order.files.filter(({ role }) => role === 'CORRECTED').map(({ id }) => ({ id }));
    expect(order.deliveries).toEqual([{ number: 1, files: corrected }]);

    expect((await download(served.url, token, order.invoices[0]?.pdfFileId ?? '')).subarray(0, 5).toString()).toBe(
      '%PDF-',
    );
    if (engine === 'sqlite')
      expect((await download(served.url, token, order.files[0]?.id ?? '')).subarray(0, 2).toString()).toBe('PK');
    expect(await auditVerdict(env.db, env.config)).toMatch(/^(OK|UNSEALED_TAIL)$/);
  });
});

const configOf = ({ database, dataDir, keysDir }: Release) =>
  testConfig(database, { DATA_DIR: dataDir, KEYS_DIR: keysDir, BACKUP_TARGETS: `file:${database.directory}/before` });

/** What that release left was copied before it was changed: every row of every table, and files that open. */
async function expectBackup(
  { app, db }: Pick<AppEnvironment, 'app' | 'db'>,
  before: Readonly<Record<string, number>>,
): Promise<void> {
  const made = await db.selectFrom('backup').selectAll().execute();
  expect(made).toMatchObject([{ trigger: 'BEFORE_MIGRATION', status: 'COMPLETE', rung: 'DAILY' }]);
  const ctx = app.contextFor({ actor: system, requestId: 'backup' });
  const backupId = made[0]?.id as string;
  // The keys of that release’s MySQL data were not kept: their files open nowhere.
  const verdict = await verifyBackup(ctx, { backupId, sample: engine === 'sqlite' ? 100 : 0 });
  expect(verdict).toMatchObject({ damaged: [], healed: [] });
  const repository = (await openRepository(ctx.backups.targets[0] as never, ctx.backups.keys)) as Repository;
  const { tables } = await openManifest(repository, backupId);
  const { mikro_orm_migrations: _migrations, ...own } = before;
  expect(Object.fromEntries(Object.entries(tables).map(([name, { rows: count }]) => [name, count]))).toEqual(own);
}

/** A euro of one payment was given back, as that release wrote it down. */
async function giveBack(settings: Release['database']['settings']): Promise<void> {
  const orm = await openOrm(settings, [...entities]);
  const em = orm.em.fork();
  const [paid] = await em.execute<{ id: string }[]>("select id from payment where status = 'PAID' limit 1");
  await em.execute("update payment set status = 'PARTIALLY_REFUNDED', refunded_cents = 100 where id = ?", [paid?.id]);
  await orm.close(true);
}

async function rows(settings: Release['database']['settings']): Promise<Record<string, number>> {
  const orm = await openOrm(settings, [...entities]);
  const em = orm.em.fork();
  const names =
    engine === 'sqlite'
      ? await em.execute<{ name: string }[]>(
          "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'",
        )
      : await em.execute<{ name: string }[]>(
          "select table_name as name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'",
        );
  const counts = await countRows(
    orm,
    names.map(({ name }) => name),
  );
  await orm.close(true);
  return counts;
}

async function download(url: string, token: string, fileId: string): Promise<Buffer> {
  const { data } = await ask(
    { url },
    'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }',
    { token, variables: { input: { fileId } } },
  );
  const { pathname, search } = new URL((data as { requestDownload: { url: string } }).requestDownload.url);
  const answer = await fetch(`${url}${pathname}${search}`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
