// @lane sqlite at first: what differs between the databases is in the tests of files
/** Data keys on their way between providers, and files under new data keys: stopped anywhere, each file opens. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openServices, keyStoreOf } from '../../../src/adapters.ts';
import { DataKey } from '../../../src/entities/vault/data-key.entity.ts';
import { awsKms } from '../../../src/services/adapters/keys/aws-kms.ts';
import { azureKeyVault } from '../../../src/services/adapters/keys/azure-key-vault.ts';
import type { KeyServices } from '../../../src/services/adapters/keys/port.ts';
import {
  openStored,
  readMasterKeys,
  resealFiles,
  retireMasterKey,
  rewrapKeys,
  storeBytes,
} from '../../../src/services/files/index.ts';
import { removeObject } from '../../../src/services/files/tasks/remove-object.ts';
import type { AppContext, Run, Tx } from '../../../src/services/platform/context.ts';
import {
  addActiveKey,
  loadKeyRing,
  makeSecret,
  openSecret,
  RemoteKeys,
  sealFile,
  type KeyStore,
  type NamedKey,
  type SealedSecret,
} from '../../../src/services/vault/index.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { watchKeys } from '../../../src/services/files/tasks/watch-keys.ts';
import { fakeAwsKms, type FakeAwsKms } from '../../support/aws-kms.ts';
import { fakeAzureKeyVault, type FakeAzureKeyVault } from '../../support/azure-key-vault.ts';
import { person } from '../../support/make/actor.ts';
import { spawnModule } from '../../support/processes/spawn.ts';
import { createWorld, type World } from '../../support/world.ts';

const isFull = process.env['STORM'] === 'full';
const fileCount = isFull ? 2_000 : 12;
/** Of each of the three moves. */
const stopCount = isFull ? 10 : 3;
const timeLimit = isFull ? 3_600_000 : 180_000;

let world: World;
let aws: FakeAwsKms;
let azure: FakeAzureKeyVault;
beforeAll(async () => {
  [world, aws, azure] = await Promise.all([createWorld({ services: openServices }), fakeAwsKms(), fakeAzureKeyVault()]);
  // Each context here loads the ring itself; nothing else asks a service.
  world.contextFor().vault.close();
  const answer = await fetch(`${azure.url}/identity`, { headers: { metadata: 'true' } });
  token = ((await answer.json()) as { access_token: string }).access_token;
});
afterAll(async () => {
  await Promise.all([world.close(), aws.close(), azure.close()]);
});

const credentials = { accessKeyId: 'A', secretAccessKey: 'secret' };
let token = '';
const newToken = async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 });

/** The key store as a process that just started has it: nothing is known of before. */
function storeFor(wanted?: NamedKey): KeyStore {
  const services: KeyServices = async (provider) =>
    provider === 'AWS_KMS'
      ? awsKms({ endpoint: aws.url, credentials, maxAttempts: 3 })
      : azureKeyVault({ credential: { getToken: newToken }, httpClient: azure.httpClient, attempts: 3 });
  return { ...keyStoreOf(world.config), remote: new RemoteKeys(services), wanted };
}

async function contextOf(store: KeyStore, more: Partial<AppContext> = {}): Promise<AppContext> {
  const ring = await loadKeyRing(store);
  const ctx = world.contextFor();
  return { ...ctx, vault: { ...ctx.vault, ring: () => ring }, keyNeeds: [], ...more };
}

const contents = new Map<string, string>();
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function addFiles(ctx: AppContext, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const bytes = Buffer.from(`${i} `.repeat(50 + i * 3));
    const attach = async (_tx: unknown, file: { id: string }): Promise<string> => file.id;
    const id = await storeBytes(ctx, { name: `${i}.txt`, mimeType: 'text/plain', kind: 'DOCUMENT', bytes, attach });
    contents.set(id, digest(bytes));
  }
}

async function everyFileOpens(ctx: AppContext): Promise<void> {
  await filesOpen(ctx, [...contents.keys()]);
}

async function filesOpen(ctx: AppContext, ids: readonly string[]): Promise<void> {
  const waiting = [...ids];
  const next = async (): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
      expect([id, digest(await buffer(await (await openStored(ctx, id))!.open()))]).toEqual([id, contents.get(id)]);
  };
  await Promise.all(Array.from({ length: 8 }, next));
}

/** After a kill: what was not written since the last look opened then, under keys that the ring still has. */
async function whatChangedOpens(ctx: AppContext, seen: Map<string, string>): Promise<number> {
  const rows = await ctx.db
    .selectFrom('data_key')
    .select(['file_id', 'wrapped'])
    .where('is_secret', '=', false)
    .execute();
  const now = rows.map((row) => [row.file_id, digest(row.wrapped as Uint8Array)] as const);
  const changed = now.filter(([id, wrapped]) => seen.get(id) !== wrapped).map(([id]) => id);
  for (const [id, wrapped] of now) seen.set(id, wrapped);
  expect(now.map(([id]) => id).sort()).toEqual([...contents.keys()].sort());
  await filesOpen(ctx, [...changed, ...now.slice(0, 20).map(([id]) => id)]);
  return changed.length;
}

/** A unit of work that dies before or after one of its commits. */
function stopping(run: Run, after: number): Run {
  let left = after;
  return async (useCase, input) => {
    if (left === 0) throw new Error('stopped before the commit');
    left -= 1;
    const result = await run(useCase, input);
    if (left === 0) throw new Error('stopped after the commit');
    return result;
  };
}

test(
  'keys move LOCAL → AWS → AZURE → LOCAL, stopped many times, by services that throttle, are late and go away',
  async () => {
    let ctx = await contextOf(storeFor());
    await addFiles(ctx, fileCount);
    const aboutId = [...contents.keys()][0] as string;
    const secret = makeSecret(ctx.vault.ring(), aboutId);
    const value = openSecret(ctx.vault.ring(), { ...secret, aboutId }, { purpose: 'test', bytes: 32 });
    await world.run(async ({ em }: Tx<'em'>, row: SealedSecret) => void em.create(DataKey, { ...row }), secret);

    for (const wanted of [
      { provider: 'AWS_KMS', name: aws.addKey() },
      { provider: 'AZURE_KEY_VAULT', name: azure.addKey() },
      undefined,
    ] as const) {
      const before = (await loadKeyRing(storeFor())).active.id;
      const store = storeFor(wanted);
      const { active } = await addActiveKey(store);
      for (let stops = 0, isDone = false; !isDone && stops < stopCount + 20; stops += 1) {
        // Late, throttled, and once away altogether: more breaks than there are attempts.
        for (const fake of [aws, azure])
          fake.faults.push(...(stops === 1 ? Array(60).fill('reset') : ['throttled', { late: 15 }, 'reset']));
        const run = stops < stopCount ? stopping(world.run as Run, stops % 2) : (world.run as Run);
        isDone = await contextOf(storeFor(), { run })
          .then((opened) => rewrapKeys(opened, () => undefined))
          .then(
            () => true,
            () => false,
          );
        for (const fake of [aws, azure]) fake.faults.length = 0;
      }
      ctx = await contextOf(storeFor());
      expect((await readMasterKeys(ctx)).remaining).toBe(0);
      await everyFileOpens(ctx);
      const { wrapped } = await ctx.db
        .selectFrom('data_key')
        .select('wrapped')
        .where('id', '=', secret.id)
        .executeTakeFirstOrThrow();
      const place = { id: secret.id, aboutId, wrapped: wrapped as Uint8Array };
      expect(openSecret(ctx.vault.ring(), place, { purpose: 'test', bytes: 32 })).toEqual(value);
      expect(ctx.vault.ring().active.id).toBe(active.id);
      await retireMasterKey(ctx, { id: before, store: storeFor() });
    }
    expect([...aws.violations, ...azure.violations]).toEqual([]);
    const asked = aws.asked() + azure.asked();
    ctx = await contextOf(storeFor());
    await everyFileOpens(ctx);
    expect(aws.asked() + azure.asked()).toBe(asked);
    expect(ctx.vault.ring().keys()).toMatchObject([{ provider: 'LOCAL' }]);
  },
  timeLimit,
);

/** Of the full run: among the calls, and right before and behind the commits of 500, of which the last leaves some to do. */
const killPoints = ['1', '38', '250', '499', '501', '502', '503', '700', '334', 'after-keys-wrapped-anew'];

/** A process that wraps keys anew until it dies at this point, or is done; answers how it ended. */
function rotating(at: string): Promise<number | string> {
  const { settings } = world.database;
  const { ended } = spawnModule('tests/support/processes/rotate-keys.ts', {
    ...{ DATA_DIR: world.config.dataDir, KEYS_DIR: world.config.keysDir, BCRYPT_ROUNDS: '4', LOG_LEVEL: 'silent' },
    ...{ TEST_DATABASE: JSON.stringify(settings), AWS_URL: aws.url, AZURE_URL: azure.url, AZURE_TOKEN: token },
    ...(settings.url === undefined ? {} : { DATABASE_URL: settings.url }),
    CRASH_AT: at,
  });
  return ended;
}

test(
  'a rotation whose process is killed goes on where it was, LOCAL → AWS → AZURE → LOCAL',
  async () => {
    const moves = [
      { provider: 'AWS_KMS', name: aws.addKey() },
      { provider: 'AZURE_KEY_VAULT', name: azure.addKey() },
      undefined,
    ] as const;
    let written = 0;
    for (const [i, wanted] of moves.entries()) {
      const before = (await loadKeyRing(storeFor())).active.id;
      await addActiveKey(storeFor(wanted));
      await everyFileOpens(await contextOf(storeFor()));
      const seen = new Map<string, string>();
      await whatChangedOpens(await contextOf(storeFor()), seen);
      const points = isFull ? killPoints : [['after-key-wrapped-anew'], ['after-wrapped-keys-written'], []][i];
      for (const point of points ?? []) {
        const end = await rotating(point);
        expect([point, end]).toEqual([point, 'SIGKILL']);
        written += await whatChangedOpens(await contextOf(storeFor()), seen);
      }
      const ctx = await contextOf(storeFor());
      await rewrapKeys(ctx, () => undefined);
      expect((await readMasterKeys(ctx)).remaining).toBe(0);
      await everyFileOpens(await contextOf(storeFor()));
      await retireMasterKey(ctx, { id: before, store: storeFor() });
    }
    // Some died before a commit, and some behind one.
    expect(written).toBeGreaterThan(0);
    expect([...aws.violations, ...azure.violations]).toEqual([]);
  },
  timeLimit,
);

test('a service that is away closes what was to be sealed, and the other modules learn of it', async () => {
  await addActiveKey(storeFor({ provider: 'AWS_KMS', name: aws.addKey() }));
  await rewrapKeys(await contextOf(storeFor()), () => undefined);
  const ctx = await contextOf(storeFor());
  const source = Readable.from([Buffer.from('never sealed')]);
  aws.faults.push(...Array(10).fill('reset'));
  await expect(sealFile(ctx.vault, { fileId: newId(), versionId: newId(), source })).rejects.toMatchObject({
    code: 'KEY_UNAVAILABLE',
  });
  expect(source.destroyed).toBe(true);
  aws.faults.length = 0;
  const key = { id: 'k', provider: 'AWS_KMS', secretsId: 's', failure: new Error('away') } as const;
  await watchKeys({ ...ctx, vault: { ...ctx.vault, ring: () => ({ ...ctx.vault.ring(), keys: () => [key] }) } }, {});
  await addActiveKey(storeFor());
  await rewrapKeys(await contextOf(storeFor()), () => undefined);
  const emitted = await world.db.selectFrom('outbox_event').select(['name', 'payload']).execute();
  expect(emitted.map(({ name, payload }) => [name, jsonFrom(payload)])).toEqual(
    expect.arrayContaining([
      ['key.unavailable', { keyId: 'k', provider: 'AWS_KMS' }],
      ['key.rotated', { keyId: (await loadKeyRing(storeFor())).active.id, rewrapped: contents.size + 1 }],
    ]),
  );
  await expect(
    rewrapKeys({ ...(await contextOf(storeFor())), actor: person('ARTISAN') }, () => undefined),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('a wrapped key moved to another row is refused, also when a service wrapped it', async () => {
  await addActiveKey(storeFor({ provider: 'AWS_KMS', name: aws.addKey() }));
  let ctx = await contextOf(storeFor());
  await rewrapKeys(ctx, () => undefined);
  const [one, two] = [...contents.keys()] as [string, string];
  const keyOf = (fileId: string) =>
    ctx.db
      .selectFrom('data_key')
      .select(['id', 'wrapped'])
      .where('file_id', '=', fileId)
      .where('is_secret', '=', false);
  const [first, second] = [await keyOf(one).executeTakeFirstOrThrow(), await keyOf(two).executeTakeFirstOrThrow()];
  const move = (wrapped: unknown) =>
    world.run(
      async ({ em }: Tx<'em'>) => em.nativeUpdate(DataKey, { id: first.id }, { wrapped: wrapped as Buffer }),
      {},
    );
  await move(second.wrapped);
  ctx = await contextOf(storeFor());
  await expect((await openStored(ctx, one))!.open()).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
  await move(first.wrapped);
  await everyFileOpens(await contextOf(storeFor()));
  // A service that is away is not damage.
  aws.faults.push(...Array(10).fill('reset'));
  const away = await contextOf(storeFor());
  await expect((await openStored(away, one))!.open()).rejects.toMatchObject({ code: 'KEY_UNAVAILABLE' });
  aws.faults.length = 0;
  await addActiveKey(storeFor());
  await rewrapKeys(await contextOf(storeFor()), () => undefined);
});

test('a master key is kept while data keys, or a kept backup, need it', async () => {
  const store = storeFor();
  const old = (await loadKeyRing(store)).active.id;
  await addActiveKey(store);
  const until = new Date('2027-06-01T00:00:00Z');
  const keyNeeds = [async () => undefined, async (_: unknown, id: string) => (id === old ? { until } : undefined)];
  const ctx = await contextOf(storeFor(), { keyNeeds });
  const retired = () => retireMasterKey(ctx, { id: old, store });
  await expect(retired()).rejects.toMatchObject({ code: 'KEY_IN_USE', details: { count: contents.size + 1 } });
  const view = await readMasterKeys(ctx);
  expect(view.remaining).toBe(contents.size + 1);
  expect(view.keys.find(({ id }) => id === old)).toMatchObject({
    isActive: false,
    isNeededByBackup: true,
    neededUntil: until,
  });
  await rewrapKeys(ctx, () => undefined);
  expect((await readMasterKeys(ctx)).rewrappedLastMinute).toBeGreaterThan(contents.size);
  await expect(retired()).rejects.toMatchObject({
    code: 'KEY_NEEDED_BY_BACKUP',
    details: { until: until.toISOString() },
  });
  const endless = await contextOf(storeFor(), { keyNeeds: [...keyNeeds, async () => ({ until: null })] });
  await expect(retireMasterKey(endless, { id: old, store })).rejects.toMatchObject({ details: { until: null } });
  const free = await contextOf(storeFor());
  await retireMasterKey(free, { id: old, store, isDryRun: true });
  expect((await loadKeyRing(store)).ids).toContain(old);
  await retireMasterKey(free, { id: old, store });
  expect((await loadKeyRing(store)).ids).not.toContain(old);
});

test('files get new bytes under new data keys, stopped anywhere; the old keys are gone, ids and contents stay', async () => {
  world.clock.advance(60_000);
  const rowsOf = () =>
    world.db
      .selectFrom('stored_file as f')
      .innerJoin('data_key as k', 'k.id', 'f.data_key_id')
      .selectAll('f')
      .select('k.id as keyId')
      .orderBy('f.id')
      .execute();
  const before = await rowsOf();
  const olderThan = world.clock.now();
  const [deleted, damaged] = [...contents.keys()].slice(-2) as [string, string];
  for (let stops = 0; stops < stopCount; stops += 1) {
    const ctx = await contextOf(storeFor(), { run: stopping(world.run as Run, stops % 3) });
    await expect(resealFiles(ctx, { olderThan, report: () => undefined })).rejects.toThrow('stopped');
  }
  const broken = before.find(({ id }) => id === damaged)?.version_id ?? '';
  const isLeft = (await rowsOf()).find(({ id }) => id === damaged)?.version_id === broken;
  rmSync(join(world.config.dataDir, 'files', 'objects', broken.slice(-2), `${broken}.sef`), { force: true });
  const progress: number[] = [];
  const ctx = await contextOf(storeFor());
  const done = await resealFiles(ctx, { olderThan, report: ({ remaining }) => void progress.push(remaining) });
  expect(done).toMatchObject({ damaged: isLeft ? [damaged] : [], remaining: Number(isLeft) });
  expect(progress.at(-1)).toBe(Number(isLeft));
  const after = await rowsOf();
  expect(after.map(({ id, sha256, name, size_bytes }) => [id, sha256, name, size_bytes])).toEqual(
    before.map(({ id, sha256, name, size_bytes }) => [id, sha256, name, size_bytes]),
  );
  for (const [i, row] of after.entries()) {
    if (isLeft && row.id === damaged) continue;
    expect(row.version_id).not.toBe(before[i]?.version_id);
    expect(row.keyId).not.toBe(before[i]?.keyId);
    const old = await world.db
      .selectFrom('data_key')
      .select('id')
      .where('id', '=', before[i]?.keyId ?? '')
      .execute();
    expect(old).toEqual([]);
  }
  if (isLeft) contents.delete(damaged);
  await everyFileOpens(ctx);
  // The old bytes stay for whoever reads them, and go by a job.
  const jobs = await world.db.selectFrom('job').select('payload').where('kind', '=', 'files.remove-object').execute();
  expect(jobs).toHaveLength(after.length - Number(isLeft));
  const old = before[0]?.version_id ?? '';
  await removeObject(ctx, { versionId: old });
  expect(await ctx.vault.storage.open(old)).toBeUndefined();
  await everyFileOpens(ctx);
  expect(deleted).not.toBe(damaged);
  expect(await resealFiles(ctx, { olderThan, report: () => undefined })).toMatchObject({ resealed: 0 });
});
