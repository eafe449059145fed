import { expect, test } from '@jest/globals';
import { entities } from '../../../src/entities/index.ts';
import { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import { dialectOfManager } from '../../../src/services/platform/orm/values.ts';
import { createWorld } from '../../support/world.ts';
import { createDatabase, engine } from '../../support/database.ts';
import { openOrm } from '../../../src/services/platform/orm/orm.ts';
import { makePriceItem } from '../../support/make/price-item.ts';

test('each world has a migrated and empty database of its own, on the engine under test', async () => {
  const [one, two] = await Promise.all([createWorld(), createWorld()]);
  expect(dialectOfManager(one.orm.em)).toBe(engine);
  expect(await one.orm.migrator.getPending()).toEqual([]);
  await one.run(async ({ em }) => makePriceItem(em), undefined);
  expect(await one.orm.em.fork().count(PriceItem)).toBe(1);
  expect(await two.orm.em.fork().count(PriceItem)).toBe(0);
  await Promise.all([one.close(), two.close()]);
});

test('a dropped database is gone', async () => {
  const database = await createDatabase();
  await database.drop();
  const opening = openOrm(database.settings, [...entities]).then(async (orm) => {
    try {
      return await orm.em.fork().count(PriceItem);
    } finally {
      await orm.close(true);
    }
  });
  await expect(opening).rejects.toThrow();
});
