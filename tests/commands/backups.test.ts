/** Backups at an operator’s word: what a dry run says, and that it changes nothing. */
// @lane sqlite at first: what is kept in the target; backups.test.ts reads databases, on both.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { backupCommands } from '../../src/commands/backups.ts';
import { Backup } from '../../src/entities/backups/backup.entity.ts';
import { StoredFile } from '../../src/entities/files/stored-file.entity.ts';
import { DataKey } from '../../src/entities/vault/data-key.entity.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { createBackupsWorld, filesIn, flip, type BackupsWorld } from '../services/backups/backups-world.ts';

let world: BackupsWorld;
beforeAll(async () => {
  world = await createBackupsWorld();
});
afterAll(() => world.close());

async function answer(
  name: 'backup:create' | 'backup:verify' | 'backup:forget',
  ...args: string[]
): Promise<[unknown, string[]]> {
  const lines: string[] = [];
  const commands = backupCommands({
    print: (line) => void lines.push(line),
    within: (_config, work) => work(undefined as never),
    contextFor: () => world.ctx(),
  });
  return [await commands[name]?.run(world.config, args), lines];
}

const rowOf = (id: string) => world.db.selectFrom('backup').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('backup:create --dry-run says what a backup would add, before the first one and after it, and writes nothing', async () => {
  const folder = world.folders[0] as string;
  const file = await world.store(randomBytes(3_000_000));
  const would = [expect.stringMatching(/^Would be copied to file:.*, 1 objects \(2\.9 MiB\)$/)];
  expect(await answer('backup:create', '--dry-run')).toEqual([
    0,
    [...would, expect.stringMatching(/^New there: [23]\./)],
  ]);
  await expect(filesIn(folder)).rejects.toThrow('ENOENT');
  const [code, [, said]] = await answer('backup:create');
  expect([code, said]).toEqual([0, expect.stringMatching(/^COMPLETE: [23]\..* new$/)]);
  const [before, rows] = [await filesIn(folder), await world.db.selectFrom('backup').selectAll().execute()];
  const again = await answer('backup:create', '--dry-run');
  expect(again).toEqual([0, [...would, expect.stringMatching(/^New there: 0\.\d MiB$/)]]);
  expect([await filesIn(folder), await world.db.selectFrom('backup').selectAll().execute()]).toEqual([before, rows]);
  await world.run(({ em }: Tx<'em'>) => em.nativeUpdate(Backup, {}, { status: 'RUNNING' }), undefined);
  expect(await answer('backup:create', '--dry-run')).toMatchObject([1, [expect.stringMatching(/^BACKUP_RUNNING/)]]);
  await world.run(({ em }: Tx<'em'>) => em.nativeUpdate(Backup, {}, { status: 'DELETED' }), undefined);
  await world.run(({ em }: Tx<'em'>) => em.nativeDelete(StoredFile, { id: file.id }), undefined);
});

test('backup:verify --dry-run says what is damaged and what would be mended, and leaves both as they are', async () => {
  const [kept, lost] = [await world.store(randomBytes(1_000)), await world.store(randomBytes(1_000))];
  const id = await world.backUp();
  expect(await answer('backup:verify', '--dry-run')).toMatchObject([0, [expect.stringMatching(/^OK: /)]]);
  const nameOf = ({ ciphertextSha256: hash }: typeof kept): string => `objects/${hash.slice(0, 2)}/${hash}`;
  const pathOf = (file: typeof kept): string => join(world.folders[0] as string, nameOf(file));
  const live = join(world.config.dataDir, 'files/objects');
  const own = (await filesIn(live)).find((name) => name.includes(lost.versionId)) as string;
  for (const path of [pathOf(kept), pathOf(lost), join(live, own)]) await flip(path, 1);
  const [before, row] = [await readFile(pathOf(kept)), await rowOf(id)];
  const last = expect.stringMatching(/^DAMAGED: .* 1 would be mended, 1 damaged$/);
  for (let i = 0; i < 2; i += 1)
    expect(await answer('backup:verify', id, '--full', '--dry-run')).toEqual([
      18,
      [`OBJECT_DAMAGED ${nameOf(lost)}`, `would be mended ${nameOf(kept)}`, last],
    ]);
  expect([await readFile(pathOf(kept)), await rowOf(id)]).toEqual([before, row]);
  await flip(join(live, own), 1);
  expect(await answer('backup:verify', id)).toMatchObject([0, [{}, {}, expect.stringMatching(/^OK: .* 2 mended, 0/)]]);
  expect((await rowOf(id)).verified_at).not.toBeNull();
});

test('backup:forget --dry-run counts the keys that would be taken out', async () => {
  const file = await world.store(randomBytes(500));
  const id = await world.backUp();
  await world.run(({ em }: Tx<'em'>) => em.nativeDelete(DataKey, { id: file.dataKeyId }), undefined);
  world.clock.advance(25 * 3_600_000);
  for (let i = 0; i < 2; i += 1)
    expect(await answer('backup:forget', '--dry-run')).toEqual([0, ['Would be done: 1 keys taken out of 1 backups']]);
  expect(Number((await rowOf(id)).revision)).toBe(1);
  expect(await answer('backup:forget')).toEqual([0, ['Done: 1 keys taken out of 1 backups']]);
  expect(await answer('backup:forget', '--dry-run')).toEqual([0, ['Would be done: 0 keys taken out of 0 backups']]);
});
