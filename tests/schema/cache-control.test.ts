import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { resolvers } from '../../src/resolvers/index.ts';
import { cacheableQueries } from '../../src/schema/directives/cache-control.directive.ts';
import { createSchema } from '../../src/schema/schema.ts';
import { markOn } from '../../src/schema/shared/marks.ts';

describe('a field that caches may keep', () => {
  const withField = (definitions: string) =>
    buildSchema(`
      directive @public on FIELD_DEFINITION
      directive @cacheControl(maxAge: Int!) on FIELD_DEFINITION
      ${definitions}
    `);

  test('is a public query', () => {
    const schema = withField('type Query { a: Int @public @cacheControl(maxAge: 60) b: Int @public }');
    expect([...cacheableQueries(schema)]).toEqual([['a', { maxAgeSeconds: 60, isKept: false }]]);
  });

  test.each([
    ['Query.a', 'type Query { a: Int @cacheControl(maxAge: 60) }'],
    ['Query.a', 'type Query { a: Int @public @cacheControl(maxAge: 0) }'],
    ['Query.a', 'type Query { a: Int @public @cacheControl(maxAge: -1) }'],
    ['Mutation.a', 'type Query { b: Int } type Mutation { a: Int @public @cacheControl(maxAge: 60) }'],
    ['B.a', 'type Query { b: B } type B { a: Int @public @cacheControl(maxAge: 60) }'],
  ])('is refused elsewhere: %s in %s', (name, definitions) => {
    expect(() => cacheableQueries(withField(definitions))).toThrow(`${name}: @cacheControl`);
  });
});

describe('the queries of the API that caches may keep', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await createSchema(resolvers);
  });

  test('are those', () => {
    expect([...cacheableQueries(schema).keys()].toSorted()).toEqual([
      'enumLabels',
      'errorKinds',
      'faqCategories',
      'faqEntries',
      'oauthProviders',
      'page',
      'pages',
      'plans',
      'priceItems',
      'processors',
      'publicStats',
      'searchHelp',
    ]);
  });

  /** `Type.field` of every field that the type reaches. */
  function* fieldsBelow(type: GraphQLNamedType, seen = new Set<GraphQLNamedType>()): Generator<[string, boolean]> {
    if (seen.has(type)) return;
    seen.add(type);
    if (isAbstractType(type)) for (const one of schema.getPossibleTypes(type)) yield* fieldsBelow(one, seen);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, markOn(schema, field, 'auth') !== undefined];
      yield* fieldsBelow(getNamedType(field.type), seen);
    }
  }

  test('reach no field that depends on who asks', () => {
    const guarded = [...cacheableQueries(schema).keys()].flatMap((name) => {
      const field = schema.getQueryType()?.getFields()[name];
      if (field === undefined) throw new Error(`${name} is no query`);
      const below = [...fieldsBelow(getNamedType(field.type))];
      return below.filter(([, isGuarded]) => isGuarded).map(([below]) => `${name}: ${below}`);
    });
    expect(guarded).toEqual([]);
  });
});
