import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { newId } from '../../../src/services/kernel/ids.ts';
import { instantFrom, jsonFrom, jsonText, numberFrom } from '../../../src/services/platform/orm/values.ts';
import { createWorld, type World } from '../../support/world.ts';

/** Statements with parameters are prepared on MySQL, within bounds: values must come back as they went in either way. */
describe('values in statements', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  const wholeSecond = new Date('2026-11-20T19:30:00.000Z');
  const withMilliseconds = new Date('2026-11-20T19:30:00.007Z');

  const insert = (ids: readonly string[], createdAt = wholeSecond) =>
    world.run(async ({ em }) => {
      const rows = ids.map((id, i) => ({
        id,
        name: 'été « 漢字 »',
        payload: jsonText({ i, big: Number.MAX_SAFE_INTEGER }) as never,
        request_id: null,
        created_at: createdAt,
      }));
      await (em.getKysely() as unknown as World['db']).insertInto('outbox_event').values(rows).execute();
    }, undefined);

  test.each([wholeSecond, withMilliseconds])('text, JSON, null and the instant %p', async (at) => {
    const id = newId();
    await insert([id], at);
    const row = await world.db
      .selectFrom('outbox_event')
      .selectAll()
      .where('id', '=', id)
      .where('created_at', '=', at)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ id, name: 'été « 漢字 »', request_id: null });
    expect(jsonFrom(row.payload)).toEqual({ i: 0, big: Number.MAX_SAFE_INTEGER });
    expect(instantFrom(row.created_at)).toEqual(at);
  });

  test('lists short enough to be prepared, and longer ones', async () => {
    const ids = Array.from({ length: 400 }, newId);
    await insert(ids);
    for (const count of [1, 2, 250, 251, 400]) {
      const rows = await world.db
        .selectFrom('outbox_event')
        .select('id')
        .where('id', 'in', ids.slice(0, count))
        .orderBy('id')
        .limit(500)
        .execute();
      expect(rows).toHaveLength(count);
    }
  });

  test('more kinds of statement than a connection keeps prepared', async () => {
    for (let count = 1; count <= 230; count++) {
      const row = await world.db
        .selectFrom('outbox_event')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('id', 'in', Array.from({ length: count }, newId))
        .executeTakeFirstOrThrow();
      expect(numberFrom(row.count)).toBe(0);
    }
  });

  test('rows have the shape of their statement, also when their table has grown a column since', async () => {
    const every = sql<Record<string, unknown>>`select * from outbox_event limit 1`;
    await insert([newId()]);
    const [before] = (await every.execute(world.db)).rows;
    await world.run(
      ({ em }) =>
        em
          .getConnection()
          .execute(
            'alter table outbox_event add column note text default ?',
            ['new'],
            'run',
            em.getTransactionContext(),
          ),
      undefined,
    );
    const [after] = (await every.execute(world.db)).rows;
    expect(after).toEqual({ ...before, note: 'new' });
  });
});
