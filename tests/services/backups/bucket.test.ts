// @lane sqlite: what differs between the databases is in the tests beside it
/** A bucket as the only target, and nothing left but the code, the bucket and three shares. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openServices } from '../../../src/adapters.ts';
import { kitPlacesOf, openTarget } from '../../../src/composition/storage-adapters.ts';
import { restoreCommands } from '../../../src/commands/restores.ts';
import type { BackupTarget } from '../../../src/services/adapters/backup-target/port.ts';
import { lockBackup } from '../../../src/services/backups/keeping/lock-backup.ts';
import { manifestName, repositoryName } from '../../../src/services/backups/format/names.ts';
import { namesOf } from '../../../src/services/backups/repository/repository.ts';
import {
  deleteBackup,
  openManifest,
  openRepository,
  protectBackup,
  pruneBackups,
  verifyBackup,
  type Repository,
} from '../../../src/services/backups/index.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';
import type { Config } from '../../../src/services/platform/config.ts';
import { openStored } from '../../../src/services/files/index.ts';
import { databaseOf } from '../../../src/services/platform/orm/orm.ts';
import { makeKit, shareText } from '../../../src/services/vault/index.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { testS3, type TestS3 } from '../../support/s3.ts';
import { createWorld, testConfig } from '../../support/world.ts';
import { createBackupsWorld, type BackupsWorld } from './backups-world.ts';

let s3: TestS3;
let world: BackupsWorld;
let address: string;
const environment = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
const before = Object.keys(environment).map((name) => [name, process.env[name]] as const);

beforeAll(async () => {
  s3 = await testS3();
  const { bucket, endpoint, region, credentials } = s3.place;
  process.env['AWS_ACCESS_KEY_ID'] = credentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = credentials.secretAccessKey;
  address = `s3://${bucket}/backups?endpoint=${endpoint}&region=${region}`;
  world = await createBackupsWorld(0, [address]);
  for (let i = 0; i < 4; i += 1) await world.store(randomBytes(1_000 * (i + 1)));
});
afterAll(async () => {
  await world.close();
  await s3.close();
  for (const [name, value] of before)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
});

const namesIn = async (prefix: string): Promise<string[]> =>
  (await Array.fromAsync(openTarget(address).list(prefix))).map(({ name }) => name);

test('a bucket holds a backup, is verified and mended from the live storage; the next one adds what changed', async () => {
  const id = await world.backUp();
  expect(await namesIn('manifests/')).toEqual([`manifests/${id}.000001.json`]);
  const objects = await namesIn('objects/');
  expect(objects).toHaveLength(4);
  const target = openTarget(address);
  await target.delete(objects[0] ?? '');
  const wrong = await target.create(objects[0] ?? '');
  await wrong.append(Buffer.from('something else'));
  await wrong.commit();
  const verdict = await verifyBackup(world.ctx(), { backupId: id, sample: 100 });
  expect(verdict).toMatchObject({ opened: 4, damaged: [], healed: [{ name: objects[0], code: 'OBJECT_DAMAGED' }] });
  await world.store(Buffer.from('one more'));
  const second = await world.backUp();
  expect(await namesIn('objects/')).toHaveLength(5);
  expect(await namesIn('running/')).toEqual([]);
  const row = await world.db.selectFrom('backup').selectAll().where('id', '=', second).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: 'COMPLETE', target: address });
  expect(await pruneBackups(world.ctx(), { dryRun: true })).toMatchObject({ backups: 0, marked: 0, removed: 0 });
});

test('a bucket that is away fails the backup alone', async () => {
  s3.faults.push(...Array.from({ length: 40 }, () => 503));
  const id = await world.backUp();
  s3.faults.length = 0;
  const row = await world.db.selectFrom('backup').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: 'FAILED', failure: 'BACKUP_TARGET_UNAVAILABLE' });
});

describe('a bucket with Object Lock', () => {
  const dayMs = 86_400_000;
  let own: BackupsWorld;
  let bucket: TestS3;
  const untilOf = async (id: string): Promise<Date> =>
    instantFrom(
      (await own.db.selectFrom('backup').select('protected_until').where('id', '=', id).executeTakeFirstOrThrow())
        .protected_until as Date,
    );
  /** When the locks end of what a backup consists of. */
  const locksOf = async (id: string): Promise<Set<string | undefined>> => {
    const { backups } = own.ctx();
    const repository = (await openRepository(backups.targets[0] as BackupTarget, backups.keys)) as Repository;
    const names = [repositoryName, manifestName(id, 1)];
    for await (const name of namesOf(repository, await openManifest(repository, id))) names.push(name);
    return new Set(names.map((name) => bucket.locks.untilOf(`locked/${name}`)?.toISOString()));
  };

  beforeAll(async () => {
    bucket = await testS3({ isLocking: true });
    const { endpoint, region } = bucket.place;
    own = await createBackupsWorld(0, [`s3://archive/locked?endpoint=${endpoint}&region=${region}&lock=governance`]);
    own.clock.set(new Date());
    bucket.locks.now = () => own.clock.now();
    await own.store(randomBytes(1_000));
  });
  afterAll(async () => {
    await own.close();
    await bucket.close();
  });

  test('keeps all that a backup consists of while it is protected, for longer with each that needs it', async () => {
    const first = await own.backUp();
    expect(await locksOf(first)).toEqual(new Set([(await untilOf(first)).toISOString()]));
    own.clock.advance(dayMs / 2);
    await own.store(randomBytes(2_000));
    const second = await own.backUp();
    expect(await locksOf(second)).toEqual(new Set([(await untilOf(second)).toISOString()]));
    const until = new Date(own.clock.now().getTime() + 40 * dayMs);
    await protectBackup(own.ctx(), { backupId: second, until });
    const jobs = await own.db.selectFrom('job').select('payload').where('kind', '=', 'backups.lock').execute();
    expect(JSON.stringify(jobs)).toContain(second);
    await lockBackup(own.ctx(), { backupId: second });
    expect(await locksOf(second)).toEqual(new Set([until.toISOString()]));
  });

  test('refuses what the server asks too early, by any clock, and gives it up afterwards', async () => {
    const id = await own.backUp();
    own.clock.advance(2 * dayMs);
    const late = own.clock.now().getTime() - 2 * dayMs;
    bucket.locks.now = () => new Date(late);
    await deleteBackup(own.ctx(), { backupId: id });
    const manifest = `locked/${manifestName(id, 1)}`;
    expect(bucket.locks.untilOf(manifest)).toBeDefined();
    await pruneBackups(own.ctx(), { dryRun: false });
    expect(bucket.locks.untilOf(manifest)).toBeDefined();
    bucket.locks.now = () => own.clock.now();
    await pruneBackups(own.ctx(), { dryRun: false });
    expect(bucket.locks.untilOf(manifest)).toBeUndefined();
  });
});

describe('everything is lost but the bucket and three shares', () => {
  let texts: string[] = [];
  let database: TestDatabase;
  const lines: string[] = [];
  const typed: string[] = [];
  const command = async (...args: string[]): Promise<number> => restoreWith(config(), args);
  const restoreWith = async (own: Config, args: readonly string[]): Promise<number> => {
    lines.length = 0;
    const tools = { print: (line: string) => void lines.push(line) } as never;
    const commands = restoreCommands(tools, async () => typed.shift() ?? null);
    return (await commands['backup:restore']?.run(own, ['--target', ...args])) ?? -1;
  };
  const config = (keysDir = join(database.directory, 'keys')): Config =>
    testConfig(database, { KEYS_DIR: keysDir, BACKUP_TARGETS: address });

  beforeAll(async () => {
    await makeKit(kitPlacesOf(world.config), {
      ...{ size: { shares: 5, needed: 3 }, now: world.clock.now() },
      print: async ({ shares }) => void (texts = shares.map(shareText)),
    });
    await world.backUp();
    database = await createDatabase({ migrated: false });
  });
  afterAll(() => database.drop());

  test('without --shares, or with wrong ones, nothing is begun', async () => {
    expect(await command(address)).toBe(1);
    expect(lines.at(-1)).toContain('--shares');
    typed.push(...texts.slice(0, 2), 'no words of a share');
    expect(await command(address, '--shares')).toBe(21);
    typed.push(...texts.slice(0, 2));
    expect(await command(address, '--shares')).toBe(21);
    expect(lines.at(-1)).toBe('1 more shares are needed.');
    expect(await command('https://example.org', '--shares')).toBe(2);
    await expect(readFile(join(config().keysDir, 'backups.key'))).rejects.toThrow('ENOENT');
  });

  test('three shares bring the keys back, and with them every row and file', async () => {
    typed.push(...texts.slice(1, 4));
    expect([await command(address, '--shares'), lines.at(-1)]).toEqual([
      0,
      'Done. Run backup:check, then start the server.',
    ]);
    expect(lines[1]).toBe(`Keys: brought back into ${config().keysDir}.`);
    const restored = await createWorld({
      services: openServices,
      database: { ...database, settings: databaseOf(config()) },
      environment: { KEYS_DIR: config().keysDir, BACKUP_TARGETS: address, DATA_DIR: config().dataDir },
    });
    const files = await restored.db.selectFrom('stored_file').selectAll().where('deleted_at', 'is', null).execute();
    expect(files).toHaveLength(5);
    for (const { id } of files) {
      const stream = (await (await openStored(restored.contextFor(), id))?.open()) as AsyncIterable<Buffer>;
      let size = 0;
      for await (const bytes of stream) size += bytes.length;
      expect(size).toBeGreaterThan(0);
    }
    await restored.close();
    // Keys that are there are asked for by nobody.
    expect(await command(address, '--shares')).toBe(20);
  });

  test('keys of another installation are never written over', async () => {
    const keysDir = join(database.directory, 'other-keys');
    await mkdir(keysDir);
    await writeFile(join(keysDir, 'master-keys.json'), 'of somebody else');
    typed.push(...texts.slice(2));
    expect(await restoreWith(config(keysDir), [address, '--shares'])).toBe(20);
    expect(await readdir(keysDir)).not.toContain('backups.key');
  });
});
