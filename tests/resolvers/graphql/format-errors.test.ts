import { test, expect } from '@jest/globals';
import { GraphQLError, buildSchema, graphql, type GraphQLFieldResolver } from 'graphql';
import { formatErrors } from '../../../src/resolvers/graphql/format-errors.ts';
import { describeError } from '../../../src/services/platform/logger.ts';
import { DomainError, fieldError } from '../../../src/services/kernel/errors.ts';

const schema = buildSchema(`
  type Query { ask(input: Ask, kind: Kind): String! kind: Kind }
  input Ask { email: String!, items: [Item!] }
  input Item { quantity: Int! }
  enum Kind { PACK }
`);

interface Logged {
  readonly details: object;
  readonly message: string;
}

async function answer(
  source: string,
  rootValue: Record<string, unknown>,
  variableValues: Record<string, unknown> = {},
) {
  const logged: Logged[] = [];
  const { errors = [] } = await graphql({ schema, source, rootValue, variableValues });
  const formatted = formatErrors(errors, {
    locale: 'fr',
    requestId: 'r-1',
    log: {
      error: (details, message) =>
        logged.push({ details: { ...details, error: describeError((details as { error?: unknown }).error) }, message }),
    },
  });
  return { first: formatted[0], logged };
}
const throwing = (error: Error): Record<string, GraphQLFieldResolver<unknown, unknown>> => ({
  ask: () => {
    throw error;
  },
});

test('what a use case refuses is reported in the language of the caller, with its code and details', async () => {
  const { first, logged } = await answer('{ ask }', throwing(new DomainError('QUOTA_EXCEEDED', { quota: 3 })));
  expect(first).toMatchObject({
    message: 'Votre espace de stockage est plein.',
    path: ['ask'],
    extensions: { code: 'QUOTA_EXCEEDED', details: { quota: 3 }, requestId: 'r-1' },
  });
  expect(logged).toEqual([]);
});

test('a value that the type system refuses names its field', async () => {
  const query = 'query ($input: Ask) { ask(input: $input) }';
  const fields = async (input: unknown) => (await answer(query, {}, { input })).first?.extensions?.['details'];
  expect(await fields({ email: 'a', items: [{ quantity: 'many' }] })).toEqual({
    fields: [{ path: 'input.items.0.quantity', rules: ['type'] }],
  });
  expect(await fields({ items: [] })).toEqual({ fields: [{ path: 'input.email', rules: ['shape'] }] });
  expect(await fields({ email: 'a', emial: 'a' })).toEqual({ fields: [{ path: 'input.emial', rules: ['shape'] }] });
  expect(await fields({ email: 'a', items: [{}] })).toEqual({
    fields: [{ path: 'input.items.0.quantity', rules: ['shape'] }],
  });
  expect((await answer('query ($kind: Kind!) { ask(kind: $kind) }', {})).first?.extensions?.['details']).toEqual({
    fields: [{ path: 'kind', rules: ['type'] }],
  });
  expect(
    (await answer('query ($kind: Kind) { ask(kind: $kind) }', {}, { kind: 'PAC' })).first?.extensions?.['details'],
  ).toEqual({ fields: [{ path: 'kind', rules: ['type'] }] });
});

test('anything else is INTERNAL, reveals nothing, and is logged once with its stack and the first line of its message', async () => {
  const { first, logged } = await answer(
    '{ ask }',
    throwing(new Error('connection to db.internal lost\n{ password: "hunter2" }')),
  );
  expect(first?.extensions).toEqual({ code: 'INTERNAL', details: {}, requestId: 'r-1' });
  expect(JSON.stringify(first)).not.toMatch(/db\.internal|hunter2/);
  expect(logged).toHaveLength(1);
  expect(logged[0]?.details).toMatchObject({
    requestId: 'r-1',
    error: { message: 'connection to db.internal lost', stack: expect.stringContaining('format-errors.test') },
  });
  expect(JSON.stringify(logged)).not.toContain('hunter2');
});

test('a resolver that breaks its own type is our fault, not the caller’s', async () => {
  const missing = await answer('{ ask }', { ask: null });
  expect(missing.first?.extensions?.['code']).toBe('INTERNAL');
  const wrong = await answer('{ kind }', { kind: 'NOTHING' });
  expect(wrong.first?.extensions?.['code']).toBe('INTERNAL');
  expect(wrong.logged).toHaveLength(1);
});

test('an error of the GraphQL library wrapped around ours keeps our code', () => {
  const wrapped = new GraphQLError('x', {
    originalError: new GraphQLError('y', { originalError: fieldError('input.name', 'length') }),
  });
  const [first] = formatErrors([wrapped], { locale: 'en', requestId: 'r', log: { error: () => undefined } });
  expect(first?.message).toBe('Some values are not valid.');
  expect(first?.extensions?.['details']).toEqual({ fields: [{ path: 'input.name', rules: ['length'] }] });
});
