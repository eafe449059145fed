// @lane sqlite: the database only counts, and rows are made by a statement of SQLite.
/** Two hundred thousand orders are exported; one more, and the filter has to be narrower. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { requestOrdersExport } from '../../../src/services/orders/index.ts';
import { createWorld, type World } from '../../support/world.ts';
import { order, person, type Person } from './orders-fixture.ts';

let world: World;
let [customer, admin] = [] as unknown as [Person, Person];
beforeAll(async () => {
  world = await createWorld();
  [customer, admin] = [await person(world), await person(world, 'ADMIN')];
});
afterAll(() => world.close());

/** Copies of an order, by one statement. */
async function copied(orderId: string, count: number): Promise<void> {
  const { rows: columns } = await sql<{ name: string }>`select name from pragma_table_info('customer_order')`.execute(
    world.db,
  );
  const others = sql.join(columns.filter(({ name }) => name !== 'id').map(({ name }) => sql.ref(name)));
  await sql`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
    insert into customer_order (id, ${others})
    select printf('%08x-0000-7000-8000-%012x', n.i, n.i), ${others} from n, customer_order where id = ${orderId}
  `.execute(world.db);
}

const ask = (filter = {}) => world.run(requestOrdersExport, { format: 'CSV', filter }, admin.actor);

test('as many as 200,000 orders are exported, and no more', async () => {
  const { id } = await order(world, { customer, title: 'Le premier', status: 'PAID' });
  await copied(id, 199_999);
  expect(await ask()).toMatchObject({ totalOrders: 200_000 });
  await order(world, { customer, title: 'Un de trop' });
  await expect(ask()).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    details: { fields: [{ path: 'input.filter', rules: ['tooMany'] }] },
  });
  expect(await ask({ statuses: ['PAID'] })).toMatchObject({ totalOrders: 200_000 });
  const kept = await world.db.selectFrom('order_export').select('id').execute();
  expect(kept).toHaveLength(2);
});
