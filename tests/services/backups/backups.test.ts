import { randomBytes } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StoredFile } from '../../../src/entities/files/stored-file.entity.ts';
import { DataKey } from '../../../src/entities/vault/data-key.entity.ts';
import { openTarget } from '../../../src/composition/storage-adapters.ts';
import {
  beginBackup,
  keepTombstones,
  makeBackup,
  openManifest,
  openRepository,
  verifyBackup,
} from '../../../src/services/backups/index.ts';
import { openServices } from '../../../src/adapters.ts';
import type { Manifest } from '../../../src/services/backups/format/manifest.ts';
import { RowSum } from '../../../src/services/backups/format/row-sum.ts';
import type { Config } from '../../../src/services/platform/config.ts';
import type { Db, Tx } from '../../../src/services/platform/context.ts';
import { personalData } from '../../../src/modules.ts';
import { notify } from '../../../src/services/notifications/index.ts';
import { erasePerson } from '../../../src/services/privacy/erase-person.ts';
import { openSnapshot } from '../../../src/services/platform/orm/snapshot/snapshot.ts';
import { tableShapes } from '../../../src/services/platform/orm/snapshot/table-shapes.ts';
import { createDatabase, engine, type TestDatabase } from '../../support/database.ts';
import { makeConversation } from '../../support/make/conversation.ts';
import { makeMessage } from '../../support/make/message.ts';
import { makePerson } from '../../support/make/person.ts';
import { createWorld } from '../../support/world.ts';
import { tablesHolding } from '../privacy/tables.ts';
import { createBackupsWorld, filesIn, flip, type BackupsWorld } from './backups-world.ts';
import { restoreByCommand, within, type Wanted } from './restore-by-command.ts';

const isFull = process.env['STORM'] === 'full';
let world: BackupsWorld;
const folder = (): string => world.folders[0] as string;

beforeAll(async () => {
  world = await createBackupsWorld(2);
  await world.run(async ({ em }: Tx<'em'>) => void makePerson(em), undefined);
  for (let i = 0; i < 12; i += 1) await world.store(randomBytes(1_000 * (i + 1)));
});
afterAll(() => world.close());

const manifestOf = async (id: string) => {
  const repository = await openRepository(openTarget(`file:${folder()}`), world.contextFor().backups.keys);
  return openManifest(repository as never, id);
};

describe('a backup', () => {
  let first: string;

  test('holds every row and every object, signed', async () => {
    first = await world.backUp();
    const row = await world.db.selectFrom('backup').selectAll().where('id', '=', first).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ status: 'COMPLETE', failure: null, revision: 1 });
    const manifest = await manifestOf(first);
    expect(manifest.summary).toMatchObject({ objects: 12, lost: 0, counts: { files: 12, people: 1 } });
    expect(manifest.tables['data_key']?.rows).toBe(12);
    expect((await filesIn(join(folder(), 'running')).catch(() => [])).length).toBe(0);
    expect(await verifyBackup(world.ctx(), { backupId: first, sample: 100 })).toMatchObject({
      opened: 12,
      healed: [],
      damaged: [],
    });
  });

  test('writes again only what changed', async () => {
    const before = await filesIn(folder());
    await world.store(Buffer.from('one more'));
    const second = await world.backUp();
    const added = (await filesIn(folder())).filter((name) => !before.includes(name));
    expect(added.filter((name) => name.startsWith('objects/'))).toHaveLength(1);
    const [one, two] = [await manifestOf(first), await manifestOf(second)];
    expect(two.previous).toEqual({ id: first, sha256: one.sha256 });
    expect(two.tables['user']).toEqual(one.tables['user']);
  });

  test('is one at a time to a target', async () => {
    const input = { target: world.contextFor().backups.targets[0]?.url as string, trigger: 'MANUAL' } as const;
    const { id } = await world.run(beginBackup, { ...input, isQueued: false });
    await expect(world.run(beginBackup, input)).rejects.toMatchObject({ code: 'BACKUP_RUNNING' });
    const both = await Promise.allSettled([1, 2].map(() => makeBackup(world.ctx(), { backupId: id })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('damage', () => {
  test('is found wherever one bit is turned, and mended where a whole copy lives', async () => {
    const id = await world.backUp(1);
    await world.backUp(2);
    const files = (await filesIn(folder())).filter((name) => /^(objects|pieces|lists)\//.test(name));
    const named = new Set<string>();
    const manifest = await manifestOf(id);
    for (const table of Object.values(manifest.tables))
      for (const { name } of table.pieces) named.add(`pieces/${name.slice(0, 2)}/${name}`);
    const chosen = files
      .filter((name) => name.startsWith('objects/') || named.has(name))
      .filter((_, i) => isFull || i % 4 === 0);
    for (const [i, name] of chosen.entries()) await flip(join(folder(), name), i);
    const verdict = await verifyBackup(world.ctx(), { backupId: id, sample: 0 });
    expect([...verdict.healed, ...verdict.damaged].map(({ name }) => name).sort()).toEqual(chosen);
    // Objects live in the storage too, and pieces of what did not change at the other target.
    expect(verdict.healed.map(({ name }) => name).filter((name) => name.startsWith('objects/'))).toEqual(
      expect.arrayContaining(chosen.filter((name) => name.startsWith('objects/'))),
    );
    const again = await verifyBackup(world.ctx(), { backupId: id, sample: 0 });
    expect(again.damaged.map(({ name }) => name).sort()).toEqual(verdict.damaged.map(({ name }) => name).sort());
  });

  test('of a manifest is never believed', async () => {
    const id = await world.backUp();
    const path = join(folder(), `manifests/${id}.000001.json`);
    for (const seed of [1, 500, 9_999]) {
      await flip(path, seed);
      expect(await verifyBackup(world.ctx(), { backupId: id, sample: 0 })).toMatchObject({ things: 0, damaged: [{}] });
      await flip(path, seed);
    }
    expect((await verifyBackup(world.ctx(), { backupId: id, sample: 0 })).damaged.length).toBe(0);
  });

  test('of a target that is gone, or of another repository, is another failure', async () => {
    const other = `${folder()}.away`;
    await rename(folder(), other);
    const id = await world.backUp();
    expect(
      await world.db.selectFrom('backup').select(['status', 'failure']).where('id', '=', id).executeTakeFirst(),
    ).toEqual({ status: 'FAILED', failure: 'BACKUP_TARGET_UNAVAILABLE' });
    expect(await filesIn(folder()).catch(() => 'nothing')).toBe('nothing');
    await rename(other, folder());
  });
});

const restoreInto = (database: TestDatabase, wanted: Wanted) => restoreByCommand(world, database, wanted);

/** Stands wherever somebody stood who was erased after a backup. */
const word = 'evanoui-7f3a';

describe('a disaster', () => {
  test('ends in the same rows and files, forgotten people and keys stay gone, and nothing is sent again', async () => {
    const gone = await world.store(Buffer.from('purged after the backup'));
    const erased = await world.run(async (tx: Tx<'em' | 'now' | 'publish'>) => {
      const person = makePerson(tx.em, { email: `${word}@example.org`, firstName: word, lastName: word });
      const conversation = makeConversation(tx.em, { participants: [person], lastMessageAt: tx.now });
      makeMessage(tx.em, { conversation, sender: person, content: `je suis ${word}` });
      await notify(tx, { userId: person.id, title: word, message: word, dedupeKey: word });
      return person.id;
    }, undefined);
    const id = await world.backUp();
    await world.run(erasePerson, { userId: erased, decidedBy: 'ADMIN', reason: 'OTHER', personalData });
    await world.run(async ({ em, now }: Tx<'em' | 'now'>) => {
      await em.nativeDelete(DataKey, { id: gone.dataKeyId });
      await em.nativeUpdate(StoredFile, { id: gone.id }, { deletedAt: now });
    }, undefined);
    await keepTombstones(world.ctx());
    const database = await createDatabase({ migrated: false });
    const { code, lines, config } = await restoreInto(database, { id });
    expect([code, lines.at(-1)]).toEqual([0, 'Done. Run backup:check, then start the server.']);
    expect(lines.find((line) => line.startsWith('Forgotten again'))).toMatch(/^Forgotten again: \d+ keys, 1 people\.$/);
    await within(config, async (db) => {
      // Whoever is named by what stays is a pseudonym.
      expect(await tablesHolding(db, word)).toEqual([]);
      const closed = db.selectFrom('stored_file').select('deleted_at').where('id', '=', gone.id);
      expect((await closed.executeTakeFirstOrThrow()).deleted_at).not.toBeNull();
    });
    const again = await restoreInto(database, { id });
    expect([again.code, again.lines.at(-1)?.split(':')[0]]).toEqual([20, 'RESTORE_NOT_EMPTY']);
    const files = (await filesIn(join(config.dataDir, 'files/objects'))).length;
    expect(files).toBe((await manifestOf(id)).summary.objects);
    await database.drop();
  });

  // The other lane has no server: there is no way back, unless all of it is run.
  test('crosses from one database to the other and back, equal by row and hash', async () => {
    const id = await world.backUp();
    const between = await createDatabase({ migrated: false });
    const there = await restoreInto(between, { id, isEmbedded: true });
    expect([there.code, await sumsOf(there.config)]).toEqual([0, expectedSums(await manifestOf(id))]);
    if (engine === 'sqlite' && !isFull) return between.drop();
    const settings = { file: join(there.config.dataDir, 'atelier.sqlite') };
    const half = await createWorld({
      services: openServices,
      database: { ...between, settings },
      environment: { DATABASE_URL: '', KEYS_DIR: world.config.keysDir, BACKUP_TARGETS: `file:${folder()}` },
    });
    const target = `file:${folder()}`;
    const back = await half.run(beginBackup, { target, trigger: 'MANUAL', isQueued: false });
    await makeBackup(half.contextFor(), { backupId: back.id });
    await half.close();
    expect((await manifestOf(back.id)).dialect).toBe('sqlite');
    const last = await createDatabase({ migrated: false });
    const home = await restoreInto(last, { id: back.id });
    expect([home.code, await sumsOf(home.config)]).toEqual([0, expectedSums(await manifestOf(id))]);
    for (const one of [between, last]) await one.drop();
  });
});

/** What the end of a restore changes: what is left is what was. */
const changed =
  /^(audit_|backup|restore_|tombstone|job|session|running_process|live_|outbox|schedule_run|request_key|email|sms_|api_token|one_time)/;

const expectedSums = ({ tables }: Manifest): Record<string, string> =>
  Object.fromEntries(Object.entries(tables).flatMap(([name, { sum }]) => (changed.test(name) ? [] : [[name, sum]])));

const sumsOf = (config: Config): Promise<Record<string, string>> => within(config, (db) => sumsIn(db, config));

async function sumsIn(db: Db, config: Config): Promise<Record<string, string>> {
  const snapshot = await openSnapshot({ db, config });
  const sums: Record<string, string> = {};
  for (const table of tableShapes().filter(({ name }) => !changed.test(name))) {
    const sum = new RowSum();
    for await (const rows of snapshot.rows(table)) for (const row of rows) sum.add(JSON.stringify(row));
    sums[table.name] = sum.digest();
  }
  await snapshot.close();
  return sums;
}
