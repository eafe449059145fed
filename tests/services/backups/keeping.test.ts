// @lane sqlite at first: what is kept in the target; backups.test.ts reads databases, on both.
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Backup } from '../../../src/entities/backups/backup.entity.ts';
import { RestoreDrill } from '../../../src/entities/backups/restore-drill.entity.ts';
import { StoredFile } from '../../../src/entities/files/stored-file.entity.ts';
import { DataKey } from '../../../src/entities/vault/data-key.entity.ts';
import type { BackupTarget } from '../../../src/services/adapters/backup-target/port.ts';
import {
  beginBackup,
  deleteBackup,
  examineDrills,
  forgetKeys,
  makeBackup,
  openRepository,
  protectBackup,
  pruneBackups,
  scrub,
  verifyBackup,
} from '../../../src/services/backups/index.ts';
import { runDrills } from '../../../src/services/backups/drills/run-drill.ts';
import { adoptBackups } from '../../../src/services/backups/keeping/adopt-backups.ts';
import { backUpDue } from '../../../src/services/backups/keeping/back-up-due.ts';
import {
  notifyDamage,
  notifyDrill,
  notifyFailure,
  notifyHealed,
  notifyKey,
  notifyScrubbed,
} from '../../../src/services/backups/notices/notices.ts';
import { isOver, protectionOf, rungAt } from '../../../src/services/backups/keeping/ladder.ts';
import { removeObject } from '../../../src/services/files/tasks/remove-object.ts';
import { DomainError } from '../../../src/services/kernel/errors.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { instantFrom, writing } from '../../../src/services/platform/orm/values.ts';
import { makePerson } from '../../support/make/person.ts';
import { createBackupsWorld, filesIn, flip, type BackupsWorld } from './backups-world.ts';

const hours = (count: number): number => count * 3_600_000;
let world: BackupsWorld;
const folder = (): string => world.folders[0] as string;
const rowOf = (id: string) => world.db.selectFrom('backup').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const pass = (milliseconds: number): void => void world.clock.advance(milliseconds);

beforeAll(async () => {
  world = await createBackupsWorld();
  for (let i = 0; i < 5; i += 1) await world.store(randomBytes(2_000));
});
afterAll(() => world.close());

describe('the ladder', () => {
  const paris = 'Europe/Paris';
  const at = (text: string): Date => new Date(text);
  const day = (text: string, rung: Backup['rung']) => ({ createdAt: at(text), rung });

  test.each([
    ['the first ever is the one of its month', '2026-03-11T01:10:00Z', [], 'MONTHLY'],
    [
      'an ordinary day',
      '2026-03-11T01:10:00Z',
      [day('2026-03-01T01:10:00Z', 'MONTHLY'), day('2026-03-08T01:10:00Z', 'WEEKLY')],
      'DAILY',
    ],
    [
      'a Sunday',
      '2026-03-15T01:10:00Z',
      [day('2026-03-01T01:10:00Z', 'MONTHLY'), day('2026-03-08T01:10:00Z', 'WEEKLY')],
      'WEEKLY',
    ],
    [
      'a Monday after a Sunday that was missed',
      '2026-03-16T01:10:00Z',
      [day('2026-03-01T01:10:00Z', 'MONTHLY'), day('2026-03-08T01:10:00Z', 'WEEKLY')],
      'WEEKLY',
    ],
    [
      'the night in which clocks change, in local days',
      '2026-03-28T23:30:00Z',
      [day('2026-03-01T01:10:00Z', 'MONTHLY'), day('2026-03-22T01:10:00Z', 'WEEKLY')],
      'WEEKLY',
    ],
    [
      'the first of a month in Paris is still the last in UTC',
      '2026-03-31T22:30:00Z',
      [day('2026-03-01T01:10:00Z', 'MONTHLY'), day('2026-03-29T01:10:00Z', 'WEEKLY')],
      'MONTHLY',
    ],
  ] as const)('%s', (_name, now, earlier, rung) => expect(rungAt(at(now), earlier, paris)).toBe(rung));

  test('ends for each rung in its time, never for a label or under protection', () => {
    const one = { createdAt: at('2026-01-01T00:00:00Z'), rung: 'DAILY', label: null, protectedUntil: null } as const;
    expect([isOver(one, at('2026-01-30T00:00:00Z')), isOver(one, at('2026-01-31T00:00:00Z'))]).toEqual([false, true]);
    expect(protectionOf(one, 7)).toEqual(at('2026-01-08T00:00:00Z'));
    expect(isOver({ ...one, label: 'before the move' }, at('2036-01-01T00:00:00Z'))).toBe(false);
    expect(isOver({ ...one, protectedUntil: at('2027-01-01T00:00:00Z') }, at('2026-06-01T00:00:00Z'))).toBe(false);
  });
});

describe('pruning', () => {
  test('removes what no backup needs, by a second look a day later, and nothing that one needs', async () => {
    const [first, second] = [await world.backUp(), await world.backUp()];
    await expect(deleteBackup(world.ctx(), { backupId: first })).rejects.toMatchObject({ code: 'BACKUP_PROTECTED' });
    pass(hours(25));
    expect((await deleteBackup(world.ctx(), { backupId: first })).status).toBe('DELETED');
    const before = (await filesIn(folder())).length;
    const dry = await pruneBackups(world.ctx(), { dryRun: true });
    expect(dry.marked).toBeGreaterThan(0);
    expect(await pruneBackups(world.ctx(), { dryRun: false })).toMatchObject({ marked: dry.marked, removed: 0 });
    expect((await pruneBackups(world.ctx(), { dryRun: false })).removed).toBe(0);
    pass(hours(25));
    // A backup that another process began, and was stopped in: nothing goes.
    const target = world.contextFor().backups.targets[0] as BackupTarget;
    const { id: third } = await world.run(beginBackup, { target: target.url, trigger: 'MANUAL', isQueued: false });
    expect((await pruneBackups(world.ctx(), { dryRun: false })).removed).toBe(0);
    await makeBackup(world.ctx(), { backupId: third });
    const { removed } = await pruneBackups(world.ctx(), { dryRun: false });
    expect(removed).toBeGreaterThan(0);
    for (const backupId of [second, third])
      expect((await verifyBackup(world.ctx(), { backupId, sample: 100 })).damaged).toEqual([]);
    expect(before).toBeGreaterThan(0);
  });

  test('goes on after a process that was killed when its backup was over, and waits for one of another installation', async () => {
    const id = await world.backUp();
    const target = world.contextFor().backups.targets[0] as BackupTarget;
    const mark = async (name: string, holder: string): Promise<void> => {
      const part = await target.create(`running/${name}`);
      await part.append(Buffer.from(holder));
      await part.commit();
    };
    const old = '01900000-0000-7000-8000-000000000000';
    await mark(id, 'killed');
    await mark(old, 'before-migration');
    await mark(old.replace('8000', '8001'), 'of another installation');
    await pruneBackups(world.ctx(), { dryRun: false });
    expect(await filesIn(join(folder(), 'running'))).toEqual([old.replace('8000', '8001')]);
    await target.delete(`running/${old.replace('8000', '8001')}`);
    await mark(id, 'killed');
    await makeBackup(world.ctx(), { backupId: id });
    expect(await filesIn(join(folder(), 'running'))).toEqual([]);
  });

  test('stops where a manifest cannot be read: what it needs is not known', async () => {
    const id = await world.backUp();
    const manifest = join(folder(), `manifests/${id}.000001.json`);
    await flip(manifest, 700);
    await expect(pruneBackups(world.ctx(), { dryRun: false })).rejects.toMatchObject({ name: 'BackupFault' });
    await flip(manifest, 700);
  });

  test('waits with the bytes of deleted files while a backup copies', async () => {
    const file = await world.store(Buffer.from('deleted meanwhile'));
    const target = world.contextFor().backups.targets[0] as BackupTarget;
    const { id } = await world.run(beginBackup, { target: target.url, trigger: 'MANUAL', isQueued: false });
    await removeObject(world.ctx(), { versionId: file.versionId });
    expect(
      await world
        .ctx()
        .vault.storage.open(file.versionId)
        .then((object) => object?.close()),
    ).toBeUndefined();
    await makeBackup(world.ctx(), { backupId: id });
    await removeObject(world.ctx(), { versionId: file.versionId });
    expect(await world.ctx().vault.storage.open(file.versionId)).toBeUndefined();
    await world.run(async ({ em, now }: Tx<'em' | 'now'>) => {
      await em.nativeDelete(DataKey, { id: file.dataKeyId });
      await em
        .getKysely()
        .updateTable('stored_file' as never)
        .set({ deleted_at: now } as never)
        .where('id' as never, '=', file.id as never)
        .execute();
    }, undefined);
  });
});

describe('a key that is destroyed', () => {
  test('leaves every backup that is not protected any more', async () => {
    const file = await world.store(Buffer.from('to be forgotten'));
    const id = await world.backUp();
    await world.run(({ em }: Tx<'em'>) => em.nativeDelete(DataKey, { id: file.dataKeyId }), undefined);
    await forgetKeys(world.ctx());
    expect(Number((await rowOf(id)).revision)).toBe(1);
    pass(hours(25));
    const before = await filesIn(folder());
    const dry = await forgetKeys(world.ctx(), { dryRun: true });
    expect([Number((await rowOf(id)).revision), await filesIn(folder())]).toEqual([1, before]);
    const { backups, keys } = await forgetKeys(world.ctx());
    expect(dry).toEqual({ backups, keys });
    expect(keys).toBeGreaterThan(0);
    expect(await rowOf(id)).toMatchObject({ revision: 2, path: `manifests/${id}.000002.json` });
    expect((await filesIn(join(folder(), 'manifests'))).filter((name) => name.startsWith(id))).toEqual([
      `${id}.000002.json`,
    ]);
    expect((await verifyBackup(world.ctx(), { backupId: id, sample: 100 })).damaged).toEqual([]);
    expect(await forgetKeys(world.ctx())).toEqual({ backups: 0, keys: 0 });
    await world.run(async ({ em, now }: Tx<'em' | 'now'>) => {
      await em
        .getKysely()
        .updateTable('stored_file' as never)
        .set({ deleted_at: now } as never)
        .where('id' as never, '=', file.id as never)
        .execute();
    }, undefined);
  });
});

test('a key whose tombstone has an earlier number, and was committed later, leaves backups too', async () => {
  const file = await world.store(Buffer.from('forgotten late'));
  const id = await world.backUp();
  await world.run(async ({ em, now }: Tx<'em' | 'now'>) => {
    const late = { seq: -1, kind: 'KEY', subject_id: file.dataKeyId, created_at: now } as const;
    await writing(em).db.insertInto('tombstone').values(late).execute();
    await em.nativeDelete(DataKey, { id: file.dataKeyId });
    await em.nativeUpdate(StoredFile, { id: file.id }, { deletedAt: now });
  }, undefined);
  pass(hours(25));
  expect((await forgetKeys(world.ctx())).keys).toBeGreaterThan(0);
  expect(Number((await rowOf(id)).revision)).toBe(2);
});

describe('a target that fails', () => {
  test.each([
    ['is full', new DomainError('STORAGE_FULL'), 'STORAGE_FULL'],
    ['answers with an error of its disk', Object.assign(new Error('EIO'), { code: 'EIO' }), 'EIO'],
    ['vanishes', new DomainError('BACKUP_TARGET_UNAVAILABLE'), 'BACKUP_TARGET_UNAVAILABLE'],
  ])('and %s leaves no manifest, and the next backup is whole', async (_name, error, code) => {
    const target = world.contextFor().backups.targets[0] as BackupTarget;
    let created = 0;
    const failing: BackupTarget = {
      ...target,
      create: (name) => ((created += 1) > 3 ? Promise.reject(error) : target.create(name)),
    };
    await world.store(randomBytes(500));
    const failed = await world.backUp(1, world.ctx([failing]));
    expect(await rowOf(failed)).toMatchObject({ status: 'FAILED', failure: code });
    expect((await filesIn(join(folder(), 'manifests'))).some((name) => name.startsWith(failed))).toBe(false);
    const whole = await world.backUp();
    expect((await verifyBackup(world.ctx(), { backupId: whole, sample: 0 })).damaged).toEqual([]);
  });
});

describe('the storage', () => {
  test('is mended from a backup, another thirtieth each night', async () => {
    await world.backUp();
    const objects = join(world.config.dataDir, 'files/objects');
    const files = await filesIn(objects);
    const live = await world.db
      .selectFrom('stored_file')
      .select('version_id')
      .where('deleted_at', 'is', null)
      .execute();
    const chosen = files.find((name) => name.includes(live[0]?.version_id as string)) as string;
    await flip(join(objects, chosen), 3);
    let healed = 0;
    for (let night = 0; night < 30; night += 1) {
      healed += (await scrub({ ...world.ctx(), now: world.clock.now() })).healed;
      pass(hours(24));
    }
    expect(healed).toBe(1);
  });
});

describe('one backup', () => {
  test('is protected until a moment that only moves away, also for whoever finds it at the target after a disaster', async () => {
    const id = await world.backUp();
    const untilOf = async (): Promise<Date> => instantFrom((await rowOf(id)).protected_until as Date);
    const first = await untilOf();
    const days = (count: number) => new Date(world.clock.now().getTime() + hours(24 * count));
    const protect = (until: Date) => protectBackup(world.ctx(), { backupId: id, until });
    await expect(protect(days(-1))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(protect(days(367))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await protect(days(60));
    await protect(days(60));
    expect(await untilOf()).toEqual(days(60));
    await expect(protect(days(59))).rejects.toMatchObject({
      ...{ code: 'BACKUP_PROTECTED', details: { until: days(60).toISOString() } },
    });
    expect(first < days(60)).toBe(true);
    // The database is lost.
    await world.run(({ em }: Tx<'em'>) => em.nativeDelete(Backup, { id }), undefined);
    const { backups } = world.ctx();
    const repository = await openRepository(backups.targets[0] as BackupTarget, backups.keys);
    await adoptBackups(world.ctx(), repository as never);
    expect(await untilOf()).toEqual(days(60));
    await expect(deleteBackup(world.ctx(), { backupId: id })).rejects.toMatchObject({ code: 'BACKUP_PROTECTED' });
    pass(hours(24 * 61));
    await deleteBackup(world.ctx(), { backupId: id });
    await expect(protect(days(10))).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    expect((await filesIn(folder())).filter((name) => name.startsWith('protected/'))).toEqual([]);
  });
});

describe('admins', () => {
  test('learn once, by notice and by mail, of failures, gaps, damage, mended or not, failed drills and keys out of reach', async () => {
    const admin = await world.run(async ({ em }: Tx<'em'>) => makePerson(em, { role: 'ADMIN' }), undefined);
    const { url } = world.contextFor().backups.targets[0] as BackupTarget;
    const failed = await world.backUp();
    const drill = await world.run(
      async ({ em }: Tx<'em'>) => em.create(RestoreDrill, { target: url, result: 'FAILED', fault: 'NO_BACKUP' }),
      undefined,
    );
    pass(hours(27));
    for (let i = 0; i < 2; i += 1) {
      await world.run(notifyFailure, { backupId: failed, failures: i + 1 });
      await world.run(notifyFailure, { backupId: failed, failures: 2 });
      await world.run(notifyDamage, { backupId: failed, damaged: 3 });
      await world.run(notifyHealed, { backupId: failed, healed: 2 });
      await world.run(notifyScrubbed, { healed: 1 });
      await world.run(notifyDrill, { drillId: drill.id });
      await world.run(notifyKey, { keyId: 'k', provider: 'AWS_KMS' });
      await backUpDue(world.ctx(), { isDaily: false });
    }
    const mails = await world.db.selectFrom('email_delivery').select('template').orderBy('template').execute();
    const kinds = ['backup-damaged', 'backup-failed', 'backup-late', 'damage-healed', 'damage-healed'];
    kinds.push('key-unavailable', 'restore-drill-failed');
    expect(mails.map(({ template }) => template)).toEqual(kinds);
    const notices = world.db.selectFrom('notification').select('title').where('user_id', '=', admin.id);
    expect(await notices.execute()).toHaveLength(kinds.length);
    const running = world.db
      .selectFrom('backup')
      .select('id')
      .where('status', '=', 'RUNNING')
      .where('target', '=', url);
    for (const { id } of await running.execute()) await makeBackup(world.ctx(), { backupId: id });
  });
});

describe('a drill', () => {
  const newest = async () =>
    world.run(({ em }: Tx<'em'>) => em.find(RestoreDrill, {}, { orderBy: { id: 'desc' }, limit: 1 }), undefined);

  test('restores, opens files, and leaves nothing behind; what is damaged fails it', async () => {
    await world.backUp();
    await runDrills(world.ctx(), {});
    expect(await newest()).toMatchObject([{ result: 'PASSED', fault: null }]);
    expect((await newest())[0]?.opened).toBeGreaterThan(0);
    const seconds = expect.any(Number) as unknown;
    expect(await examineDrills(world.ctx())).toMatchObject({ result: 'PASSED', seconds, concern: undefined });
    expect(await filesIn(`${world.config.dataDir}-drill`).catch(() => [])).toEqual([]);
    const objects = (await filesIn(folder())).filter((name) => name.startsWith('objects/'));
    for (const name of objects) await rm(join(folder(), name));
    await runDrills(world.ctx(), {});
    expect(await newest()).toMatchObject([{ result: 'FAILED' }]);
    expect(await examineDrills(world.ctx())).toMatchObject({
      result: 'FAILED',
      concern: 'the newest restore drill failed',
    });
  });
});
