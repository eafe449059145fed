import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import { costOf } from '../../src/schema/directives/cost.ts';
import { listOrders } from '../../src/services/kernel/list-orders.ts';
import { openTestEnvironment, type AppEnvironment } from '../support/environment.ts';
import { order, person, type Person } from '../services/orders/orders-fixture.ts';

/** Pages as front-ends ask for them: what Relay's PageInfo says, counts, orders, searches. */
let env: AppEnvironment;
let schema: GraphQLSchema;
let customer: Person;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false });
  schema = await env.app.schema();
  customer = await person(env);
  for (const title of ['Bois', 'Âme', 'Été', 'ami', 'Zèbre']) await order(env, { customer, title });
  await order(env, { customer: await person(env), title: 'Secret' });
});
afterAll(() => env.close());

interface Listed {
  myOrders: {
    totalCount: number | null;
    nodes: { title: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
}
const document = `query($first: Int = 20, $after: Cursor, $last: Int, $before: Cursor, $orderBy: OrderSort = TITLE_ASC, $search: String) {
  myOrders(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, search: $search) {
    totalCount nodes { title } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const list = async (variables: object = {}): Promise<Listed['myOrders']> => {
  const answer = await env.ask(customer.actor, document, variables as Record<string, unknown>);
  expect(answer.codes).toEqual([]);
  return (answer.data as unknown as Listed).myOrders;
};
const titles = ({ nodes }: Listed['myOrders']): string[] => nodes.map(({ title }) => title);

test('there and back again: every page says truly what is around it', async () => {
  const one = await list({ first: 2 });
  expect([titles(one), one.totalCount, one.pageInfo.hasPreviousPage, one.pageInfo.hasNextPage]).toEqual([
    ['Âme', 'ami'],
    5,
    false,
    true,
  ]);
  const two = await list({ first: 2, after: one.pageInfo.endCursor });
  expect([titles(two), two.pageInfo.hasPreviousPage, two.pageInfo.hasNextPage]).toEqual([['Bois', 'Été'], true, true]);
  const three = await list({ first: 2, after: two.pageInfo.endCursor });
  expect([titles(three), three.pageInfo.hasPreviousPage, three.pageInfo.hasNextPage]).toEqual([['Zèbre'], true, false]);
  const back = await list({ last: 2, before: three.pageInfo.startCursor });
  expect([titles(back), back.pageInfo]).toEqual([titles(two), two.pageInfo]);
  expect(titles(await list({ last: 2 }))).toEqual(['Été', 'Zèbre']);
});

test('a search finds one’s own only, has no count, and is bounded', async () => {
  const found = await list({ search: 'AM' });
  expect([titles(found), found.totalCount]).toEqual([['Âme', 'ami'], null]);
  expect(titles(await list({ search: 'secret' }))).toEqual([]);
  expect((await env.ask(customer.actor, document, { search: 'x'.repeat(101) })).codes).toEqual(['INPUT_INVALID']);
});

test('a cursor of another order is refused', async () => {
  const {
    pageInfo: { endCursor: after },
  } = await list({ first: 1 });
  expect((await env.ask(customer.actor, document, { after, orderBy: 'CREATED_AT_DESC' })).codes).toEqual([
    'INPUT_INVALID',
  ]);
});

test('every connection has the four fields of PageInfo and pages both ways, and each count has a cost of its own', () => {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const fields = types.flatMap((type) =>
    Object.values(type.getFields()).filter((field) => getNamedType(field.type).name.endsWith('Connection')),
  );
  expect(fields.length).toBeGreaterThanOrEqual(12);
  for (const { args, name } of fields) {
    const names = args.map((arg) => arg.name);
    expect({ name, names }).toEqual({
      name,
      names: expect.arrayContaining(['first', 'after', 'last', 'before', 'orderBy']),
    });
    const sort = args.find((arg) => arg.name === 'orderBy')?.type;
    expect(Object.keys(listOrders)).toContain(String(sort).replace('!', ''));
  }
  expect(Object.keys(types.find(({ name }) => name === 'PageInfo')?.getFields() ?? {}).sort()).toEqual([
    'endCursor',
    'hasNextPage',
    'hasPreviousPage',
    'startCursor',
  ]);
  const counted = types.flatMap((type) => {
    const field = type.getFields()['totalCount'];
    return field === undefined ? [] : [[type.name, costOf(field).cost ?? 0]];
  });
  expect(counted.length).toBeGreaterThan(0);
  for (const [name, cost] of counted) expect([name, cost]).toEqual([name, 20]);
});
