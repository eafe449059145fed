/** A backup that is protected from the moment it is asked for. */
// @lane sqlite at first: what is kept in the target; backups.test.ts reads databases, on both.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Backup } from '../../../src/entities/backups/backup.entity.ts';
import type { BackupTarget } from '../../../src/services/adapters/backup-target/port.ts';
import { system, type Actor } from '../../../src/services/access/actor.ts';
import {
  adoptBackups,
  createBackup,
  deleteBackup,
  makeBackup,
  openRepository,
  pruneBackups,
} from '../../../src/services/backups/index.ts';
import { DomainError } from '../../../src/services/kernel/errors.ts';
import type { AppContext, Tx } from '../../../src/services/platform/context.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';
import { createBackupsWorld, filesIn, type BackupsWorld } from './backups-world.ts';

let world: BackupsWorld;
beforeAll(async () => {
  world = await createBackupsWorld();
  await world.store(randomBytes(1_000));
});
afterAll(() => world.close());

const dayMs = 86_400_000;
const days = (count: number): Date => new Date(world.clock.now().getTime() + count * dayMs);
const untilOf = async (id: string): Promise<Date> => {
  const query = world.db.selectFrom('backup').select('protected_until').where('id', '=', id);
  return instantFrom((await query.executeTakeFirstOrThrow()).protected_until as Date);
};
const marks = async (id: string): Promise<string[]> =>
  (await filesIn(world.folders[0] as string)).filter((name) => name.startsWith(`protected/${id}`));

async function create(protectedUntil: Date, ctx: AppContext = world.ctx()): Promise<string> {
  const { id } = await createBackup(world.ctx(), { target: 1, protectedUntil });
  await makeBackup(ctx, { backupId: id });
  return id;
}

test('holds that moment, also for whoever finds it at the target after a disaster', async () => {
  const until = days(60);
  const id = await create(until);
  expect([await untilOf(id), await marks(id)]).toEqual([until, [`protected/${id}.${until.getTime()}`]]);
  const said = world.auditLog.filter(({ targetId }) => targetId === id).map(({ action }) => action);
  expect(said).toEqual(['BACKUP_CREATED', 'BACKUP_PROTECTION_EXTENDED']);
  await world.run(({ em }: Tx<'em'>) => em.nativeDelete(Backup, { id }), undefined);
  const { backups } = world.ctx();
  const repository = await openRepository(backups.targets[0] as BackupTarget, backups.keys);
  await adoptBackups(world.ctx(), repository as never);
  expect(await untilOf(id)).toEqual(until);
  await expect(deleteBackup(world.ctx(), { backupId: id })).rejects.toMatchObject({ code: 'BACKUP_PROTECTED' });
});

test('is never protected for less than every backup is', async () => {
  const { BACKUP_PROTECTED_DAYS: least } = world.config;
  const began = world.clock.now().getTime();
  const id = await create(new Date(began + 1_000));
  expect((await untilOf(id)).getTime()).toBeGreaterThanOrEqual(began + least * dayMs);
});

test('is not begun for a moment that is over or too far away', async () => {
  const count = async (): Promise<number> => (await world.db.selectFrom('backup').select('id').execute()).length;
  const before = await count();
  for (const until of [days(0), days(-1), days(367)])
    await expect(createBackup(world.ctx(), { target: 1, protectedUntil: until })).rejects.toMatchObject({
      ...{ code: 'INPUT_INVALID', details: { fields: [{ path: 'input.protectedUntil' }] } },
    });
  expect(await count()).toBe(before);
});

test('is none where the mark cannot be written', async () => {
  const target = world.ctx().backups.targets[0] as BackupTarget;
  const failing: BackupTarget = {
    ...target,
    create: (name) =>
      name.startsWith('protected/') ? Promise.reject(new DomainError('STORAGE_FULL')) : target.create(name),
  };
  const id = await create(days(60), world.ctx([failing]));
  const row = await world.db.selectFrom('backup').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: 'FAILED', failure: 'STORAGE_FULL' });
  expect((await filesIn(world.folders[0] as string)).some((name) => name.startsWith(`manifests/${id}`))).toBe(false);
});

test('leaves no mark of a backup whose manifest could not be written, once the next pruning looked', async () => {
  const target = world.ctx().backups.targets[0] as BackupTarget;
  const failing: BackupTarget = {
    ...target,
    create: (name) =>
      name.startsWith('manifests/') ? Promise.reject(new DomainError('STORAGE_FULL')) : target.create(name),
  };
  const [kept, id] = [await create(days(60)), await create(days(60), world.ctx([failing]))];
  expect((await marks(id)).length).toBe(1);
  await pruneBackups(world.ctx(), { dryRun: false });
  expect([await marks(id), (await marks(kept)).length]).toEqual([[], 1]);
});

test('is not for a program that may only make backups', async () => {
  const program: Actor = {
    ...{ ...system, kind: 'SERVICE', userId: null },
    service: { accountId: '01900000-0000-7000-8000-000000000000', scopes: ['backup:create', 'backup:delete'] },
  };
  const asked = createBackup({ ...world.ctx(), actor: program }, { target: 1, protectedUntil: days(60) });
  await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
