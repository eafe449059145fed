/** What the nights do, at an operator’s word. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveCommands } from '../../src/commands/archive.ts';
import { Cabinet } from '../../src/entities/archive/cabinet.entity.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { makeCabinet } from '../support/make/cabinet.ts';
import { makePerson } from '../support/make/person.ts';
import { createBackupsWorld, filesIn, flip, type BackupsWorld } from '../services/backups/backups-world.ts';

let world: BackupsWorld;
beforeAll(async () => {
  world = await createBackupsWorld();
});
afterAll(() => world.close());

async function answer(name: 'archive:scrub' | 'archive:recount', ...args: string[]) {
  const lines: string[] = [];
  const commands = archiveCommands({
    print: (line) => void lines.push(line),
    within: (_config, work) => work(undefined as never),
    contextFor: () => world.ctx(),
  });
  const code = await commands[name]?.run(world.config, args);
  return [code, lines.at(-1)];
}

test('archive:scrub counts what is damaged, mends it from a backup, and says what no copy is left of', async () => {
  for (let i = 0; i < 3; i += 1) await world.store(randomBytes(1_000));
  await world.backUp();
  const objects = join(world.config.dataDir, 'files/objects');
  const [first = '', second = ''] = await filesIn(objects);
  await flip(join(objects, first), 1);
  for (let i = 0; i < 2; i += 1)
    expect(await answer('archive:scrub', '--all', '--dry-run')).toEqual([18, '3 files read, 0 mended, 1 damaged']);
  expect(await answer('archive:scrub', '--all')).toEqual([0, '3 files read, 1 mended, 0 damaged']);
  expect(await answer('archive:scrub', '--all', '--dry-run')).toEqual([0, '3 files read, 0 mended, 0 damaged']);
  await rm(world.folders[0] as string, { recursive: true });
  await flip(join(objects, second), 1);
  expect(await answer('archive:scrub', '--all')).toEqual([18, '3 files read, 0 mended, 1 damaged']);
});

test('archive:recount says which counters differ, and puts them right', async () => {
  const id = await world.run(async ({ em }: Tx<'em'>) => {
    const owner = makePerson(em);
    await em.flush();
    return makeCabinet(em, owner.id, { usedBytes: 5 }).id;
  }, undefined);
  const used = async () =>
    (await world.run(({ em }: Tx<'em'>) => em.findOneOrFail(Cabinet, { id }), undefined)).usedBytes;
  expect([await answer('archive:recount', '--dry-run'), await used()]).toEqual([[17, '1 cabinets differed'], 5]);
  expect([await answer('archive:recount'), await used()]).toEqual([[0, '1 cabinets differed'], 0]);
  expect(await answer('archive:recount', '--dry-run')).toEqual([0, 'OK']);
});
