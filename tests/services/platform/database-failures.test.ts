import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import { failureOf } from '../../../src/services/platform/orm/failures.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { engine } from '../../support/database.ts';
import { createWorld, type World } from '../../support/world.ts';
import { makePriceItem } from '../../support/make/price-item.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const addPrice = async ({ em }: Tx<'em'>): Promise<PriceItem> => makePriceItem(em);
const prices = () => world.orm.em.fork().count(PriceItem);

if (engine === 'sqlite') {
  test('a database that another process keeps for too long is unavailable, and works again afterwards', async () => {
    const other = new DatabaseSync(world.database.settings.file);
    other.exec('begin immediate');
    await expect(world.run(addPrice, {})).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    other.close();
    await world.run(addPrice, {});
    expect(await prices()).toBe(1);
  });
} else {
  test('a server that hangs up in the middle is unavailable, leaves nothing, and works again afterwards', async () => {
    for (let i = 0; i < 12; i++) {
      await expect(
        world.run(async (tx: Tx<'em'>) => {
          await addPrice(tx);
          await tx.em.flush();
          const [{ id } = { id: 0 }] = await tx.em.execute<{ id: number }[]>('select connection_id() as id');
          await world.orm.em.getConnection('write').execute(`kill ${id}`);
        }, {}),
      ).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    }
    await world.run(addPrice, {});
    expect(await prices()).toBe(1);
  });
}

test('what happened is written down, once', async () => {
  const full = Object.assign(new Error('database or disk is full'), { errcode: 13 });
  await expect(
    world.run(async () => {
      throw full;
    }, {}),
  ).rejects.toMatchObject({ code: 'STORAGE_FULL', cause: full });
  expect(world.logs.lines().filter(({ msg }) => msg === 'the database failed')).toMatchObject([
    { requestId: expect.stringMatching('test-') },
  ]);
});

test.each([
  [{ errcode: 13 }, 'STORAGE_FULL'],
  [{ errcode: 1034 }, 'UNAVAILABLE'],
  [{ errcode: 778 }, 'UNAVAILABLE'],
  [{ errcode: 5 }, 'UNAVAILABLE'],
  [{ errcode: 2067 }, undefined],
  [{ errno: 1114 }, 'STORAGE_FULL'],
  [{ errno: 1040 }, 'UNAVAILABLE'],
  [{ errno: 1062 }, undefined],
  [{ cause: { cause: { errno: 1053 } } }, 'UNAVAILABLE'],
  [{ errcode: 8 }, 'UNAVAILABLE'],
  [{ errno: 1317 }, 'UNAVAILABLE'],
  [{ code: 'EAI_AGAIN', fatal: true }, 'UNAVAILABLE'],
  [new TypeError('a fault of ours'), undefined],
  [{ code: 'PROTOCOL_CONNECTION_LOST', fatal: true }, 'UNAVAILABLE'],
  [{ code: 'ECONNREFUSED' }, undefined],
  [{}, undefined],
  [undefined, undefined],
])('%j means %s', (error, code) => {
  expect(failureOf(error)).toBe(code);
});
