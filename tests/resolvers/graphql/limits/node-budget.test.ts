import { test, expect } from '@jest/globals';
import { buildSchema, graphql } from 'graphql';
import { enforceNodeBudget, newBudget } from '../../../../src/resolvers/graphql/limits/node-budget.ts';
import { formatErrors } from '../../../../src/resolvers/graphql/format-errors.ts';

const schema = buildSchema(
  'type Query { shelves: [Shelf!]! names: [String!]! } type Shelf { id: Int, shelves: [Shelf!]! }',
);
enforceNodeBudget(schema);
const shelves = (count: number, inside: number) =>
  Array.from({ length: count }, (_, id) => ({
    id,
    shelves: () => Promise.resolve(Array.from({ length: inside }, () => ({ id: 1 }))),
  }));
const run = (count: number, inside: number) =>
  graphql({
    schema,
    source: '{ shelves { shelves { id } } }',
    rootValue: { shelves: shelves(count, inside) },
    contextValue: { budget: newBudget() },
  });

test('an answer may hold 10,000 objects in its lists', async () => {
  const { errors } = await run(100, 99);
  expect(errors).toBeUndefined();
});

test('one more, anywhere, is refused', async () => {
  const { data, errors = [] } = await run(100, 100);
  expect(data).toBeNull();
  const [error] = formatErrors(errors, { locale: 'fr', requestId: 'r', log: { error: () => undefined } });
  expect(error?.extensions).toMatchObject({
    code: 'DOCUMENT_TOO_COMPLEX',
    details: { limit: 'nodes', allowed: 10_000 },
  });
});

test('lists of scalars are not objects', async () => {
  const names = Array.from({ length: 20_000 }, () => 'x');
  const { errors } = await graphql({
    schema,
    source: '{ names }',
    rootValue: { names },
    contextValue: { budget: newBudget() },
  });
  expect(errors).toBeUndefined();
});
