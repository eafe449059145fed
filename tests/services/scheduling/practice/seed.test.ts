// @lane sqlite: written once on an empty database, by use cases that both databases run elsewhere.
import { expect, test } from '@jest/globals';
import { seedArtisans } from '../../../../src/services/scheduling/seed.ts';
import { makePerson } from '../../../support/make/person.ts';
import { createWorld } from '../../../support/world.ts';

test('the examples are published artisans with an offering and hours, once, and only where examples are wanted', async () => {
  const world = await createWorld();
  await world.run(async ({ em }) => {
    makePerson(em, { email: 'correctrice@example.org', role: 'PROOFREADER' });
    makePerson(em, { email: 'artisan@example.org', role: 'ARTISAN' });
  }, undefined);
  const seed = (hasExamples: boolean) => seedArtisans(world.contextFor(), { hasExamples, hasTestCustomer: false });
  const count = async (table: 'artisan' | 'offering' | 'opening_rule') =>
    (await world.db.selectFrom(table).select('id').execute()).length;
  await seed(false);
  expect(await count('artisan')).toBe(0);
  await seed(true);
  await seed(true);
  expect(await Promise.all([count('artisan'), count('offering'), count('opening_rule')])).toEqual([2, 2, 20]);
  const offerings = await world.db
    .selectFrom('offering')
    .select(['name', 'requires_approval'])
    .orderBy('name')
    .execute();
  expect(offerings.map(({ name, requires_approval }) => [name, Boolean(requires_approval)])).toEqual([
    ['Consultation', true],
    ['Réglage d’un violon', false],
  ]);
  await world.close();
});
