/** Whoever was known by an address only, and was erased after a backup, does not come back with it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AddressProof } from '../../../src/entities/privacy/address-proof.entity.ts';
import type { BackupTarget } from '../../../src/services/adapters/backup-target/port.ts';
import { personalData } from '../../../src/modules.ts';
import { keepTombstones } from '../../../src/services/backups/index.ts';
import { knownTombstones } from '../../../src/services/backups/keeping/keep-tombstones.ts';
import { fingerprint, newId } from '../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { writing } from '../../../src/services/platform/orm/values.ts';
import { eraseCustomer } from '../../../src/services/privacy/index.ts';
import { erasePerson } from '../../../src/services/privacy/erase-person.ts';
import { createDatabase } from '../../support/database.ts';
import { makeGuestOrder } from '../../support/make/guest-order.ts';
import { makePerson } from '../../support/make/person.ts';
import { tablesHolding } from '../privacy/tables.ts';
import { createBackupsWorld, type BackupsWorld } from './backups-world.ts';
import { restoreByCommand, within } from './restore-by-command.ts';

let world: BackupsWorld;
beforeAll(async () => {
  world = await createBackupsWorld();
});
afterAll(() => world.close());

const order = (word: string) =>
  world.run(
    async ({ em }: Tx<'em'>) => void makeGuestOrder(em, { email: `${word}@example.org`, firstName: word }),
    undefined,
  );

/** As somebody does who follows the link of the mail. */
async function eraseAddress(word: string): Promise<void> {
  const token = newId();
  await world.run(async ({ em, now }: Tx<'em' | 'now'>) => {
    const expiresAt = new Date(now.getTime() + 60_000);
    em.create(AddressProof, { email: `${word}@example.org`, locale: 'fr', tokenHash: fingerprint(token), expiresAt });
  }, undefined);
  await eraseCustomer(world.ctx(), { token, reason: 'PRIVACY' });
}

test('an address erased after a backup is erased again by its restore; one that is used again is not', async () => {
  const [gone, registered, again] = ['parti-a71', 'inscrit-b72', 'revenu-c73'] as const;
  await order(again);
  await eraseAddress(again);
  for (const word of [gone, registered, again]) await order(word);
  const id = await world.backUp();
  await eraseAddress(gone);
  // Their account is younger than the backup: no tombstone of an account finds what they did before.
  const person = await world.run(
    async ({ em }: Tx<'em'>) => makePerson(em, { email: `${registered}@example.org` }).id,
    undefined,
  );
  await world.run(erasePerson, { userId: person, decidedBy: 'ADMIN', reason: 'OTHER', personalData });
  await keepTombstones(world.ctx());
  const database = await createDatabase({ migrated: false });
  const { code, lines, config } = await restoreByCommand(world, database, { id });
  expect([code, lines.find((line) => line.startsWith('Forgotten again'))]).toEqual([
    0,
    expect.stringMatching(/ 2 people\.$/),
  ]);
  await within(config, async (db) => {
    for (const word of [gone, registered]) expect([word, await tablesHolding(db, word)]).toEqual([word, []]);
    expect(await tablesHolding(db, again)).toContain('guest_order');
  });
  await database.drop();
});

test('a tombstone whose transaction ended after a later one is kept outside the database too', async () => {
  const [late, early] = [newId(), newId()];
  const bury = (seq: number, subjectId: string) =>
    world.run(async ({ em, now }: Tx<'em' | 'now'>) => {
      const row = { seq, kind: 'KEY', subject_id: subjectId, created_at: now } as const;
      await writing(em).db.insertInto('tombstone').values(row).execute();
    }, undefined);
  await bury(901, early);
  await keepTombstones(world.ctx());
  await bury(900, late);
  await keepTombstones(world.ctx());
  await keepTombstones(world.ctx());
  const { backups, config } = world.ctx();
  const known = await knownTombstones({ config }, []);
  expect(known.map(({ subjectId }) => subjectId)).toEqual(expect.arrayContaining([early, late]));
  const target = backups.targets[0] as BackupTarget;
  const names: string[] = [];
  for await (const { name } of target.list('tombstones/')) names.push(name);
  const numbers = names.map((name) => Number(name.split('/')[1])).sort((a, b) => a - b);
  expect(numbers.slice(-2)).toEqual([900, 901]);
});
