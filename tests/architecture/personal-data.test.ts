import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personalColumns } from '../../src/entities/tables.ts';
import { createWorld, type World } from '../support/world.ts';

/** Every column declares what it says about people: the types find a missing one, this finds one too many. */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the annotations name exactly the columns of the database', async () => {
  const tables = await world.db.introspection.getTables();
  const real = tables
    .filter(({ name }) => name !== 'mikro_orm_migrations' && !name.startsWith('sqlite_'))
    .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
    .sort();
  const said = Object.entries(personalColumns)
    .flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`))
    .sort();
  expect(said).toEqual(real);
});
