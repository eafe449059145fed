// @lane sqlite at first: between the points both databases run the same code
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Backup } from '../../../src/entities/backups/backup.entity.ts';
import { BackupObject } from '../../../src/entities/backups/backup-object.entity.ts';
import {
  beginBackup,
  deleteBackup,
  makeBackup,
  pruneBackups,
  verifyBackup,
} from '../../../src/services/backups/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { createDatabase, engine } from '../../support/database.ts';
import { spawnModule } from '../../support/processes/spawn.ts';
import { testConfig } from '../../support/world.ts';
import { checkFolders } from '../../../src/services/platform/startup/start-checks.ts';
import { createBackupsWorld, filesIn, type BackupsWorld } from './backups-world.ts';

const isFull = process.env['STORM'] === 'full';
const timeLimit = isFull ? 3_600_000 : 180_000;
const step = 'tests/support/processes/backup-step.ts';
let world: BackupsWorld;

beforeAll(async () => {
  world = await createBackupsWorld();
  for (let i = 0; i < 20; i += 1) await world.store(randomBytes(1_500));
});
afterAll(() => world.close());

const environment = (): Record<string, string> => ({
  DATA_DIR: world.config.dataDir,
  KEYS_DIR: world.config.keysDir,
  BACKUP_TARGETS: `file:${world.folders[0]}`,
  BCRYPT_ROUNDS: '4',
  LOG_LEVEL: 'silent',
  TEST_DATABASE: JSON.stringify(world.database.settings),
  TEST_NOW: String(world.clock.now().getTime()),
  ...(world.database.settings.url === undefined ? {} : { DATABASE_URL: world.database.settings.url }),
});

/** Runs a step in a process that dies at this point; answers whether it did. */
async function dies(args: readonly string[], at: string, more: Record<string, string> = {}): Promise<boolean> {
  const { ended, output } = spawnModule(step, { ...environment(), ...more, CRASH_AT: at }, args);
  const end = await ended;
  if (end !== 'SIGKILL' && end !== 0) throw new Error(`${args.join(' ')} at ${at}: ${end}\n${output().slice(-2_000)}`);
  return end === 'SIGKILL';
}

const pointsOf = (named: readonly string[], most: number): string[] =>
  isFull ? Array.from({ length: most }, (_, i) => String(i * 2 + 1)) : [...named];

test(
  'a backup that is killed anywhere shows no manifest that lacks anything, and goes on',
  async () => {
    const target = `file:${world.folders[0]}`;
    let killed = 0;
    for (const point of pointsOf(['18', 'after-backup-manifest'], 30)) {
      await world.store(randomBytes(900));
      const { id } = await world.run(beginBackup, { target, trigger: 'MANUAL', isQueued: false });
      killed += Number(await dies(['make', id], point));
      const shown = (await filesIn(join(world.folders[0] as string, 'manifests')).catch(() => [])).some((name) =>
        name.startsWith(id),
      );
      expect([point, shown]).toEqual([point, shown && (point === 'after-backup-manifest' || isFull)]);
      await world.run(({ em }: Tx<'em'>) => em.nativeUpdate(Backup, { id }, { leaseUntil: null }), undefined);
      await makeBackup(world.ctx(), { backupId: id });
      expect([point, await verifyBackup(world.ctx(), { backupId: id, sample: 100 })]).toMatchObject([
        point,
        { damaged: [], healed: [] },
      ]);
      expect(await filesIn(join(world.folders[0] as string, 'running'))).toEqual([]);
    }
    expect(killed).toBeGreaterThan(1);
  },
  timeLimit,
);

test(
  'a restore that is killed anywhere refuses to start, and goes on to the same end',
  async () => {
    const id = await world.backUp();
    const files = (await filesIn(join(world.config.dataDir, 'files/objects'))).length;
    const args = ['restore', '--target', `file:${world.folders[0]}`, '--id', id];
    const database = await createDatabase({ migrated: false });
    const place = {
      DATA_DIR: join(database.directory, 'data'),
      ...(database.settings.url === undefined ? {} : { DATABASE_URL: database.settings.url }),
    };
    let killed = 0;
    for (const point of pointsOf(['after-restored-piece', 'after-restored-object'], 30)) {
      if (!(await dies(args, point, place))) break;
      killed += 1;
      const config = testConfig(world.database, place);
      await expect(checkFolders(config)).rejects.toThrow('is not finished');
    }
    expect(killed).toBeGreaterThan(1);
    const last = spawnModule(step, { ...environment(), ...place, CRASH_AT: '' }, args);
    const end = await last.ended;
    // In the full run the last kill may have been none.
    expect([end, last.output()]).toEqual([
      isFull ? end : 0,
      expect.stringMatching(isFull ? /./ : /Done\. Run backup:check/),
    ]);
    expect((await filesIn(join(place.DATA_DIR, 'files/objects'))).length).toBe(files);
    await database.drop();
  },
  timeLimit,
);

test(
  'a pruning that is killed anywhere takes nothing that a backup needs, and ends',
  async () => {
    const ids = [await world.backUp(), await world.backUp()];
    for (const point of pointsOf(['after-prune-claimed'], 5)) {
      const gone = ids.shift() as string;
      world.clock.advance(25 * 3_600_000);
      await deleteBackup(world.ctx(), { backupId: gone });
      await pruneBackups(world.ctx(), { dryRun: false });
      world.clock.advance(25 * 3_600_000);
      await dies(['prune'], point);
      ids.push(await world.backUp());
      for (const backupId of ids)
        expect([point, (await verifyBackup(world.ctx(), { backupId, sample: 0 })).damaged]).toEqual([point, []]);
    }
    await pruneBackups(world.ctx(), { dryRun: false });
    const left = await world.run(({ em }: Tx<'em'>) => em.count(BackupObject, { state: 'REMOVING' }), undefined);
    expect([engine, left]).toEqual([engine, 0]);
  },
  timeLimit,
);
