import { test, expect } from '@jest/globals';
import { getDirective } from '@graphql-tools/utils';
import { isObjectType } from 'graphql';
import { fieldRules } from '../../../../src/resolvers/graphql/limits/limits.ts';
import { resolvers } from '../../../../src/resolvers/index.ts';
import { createSchema } from '../../../../src/schema/schema.ts';

const schema = await createSchema(resolvers);

test('every rule is about a field of the API', () => {
  const strangers = Object.keys(fieldRules).filter((place) => {
    const [typeName = '', field = ''] = place.split('.');
    const type = schema.getType(typeName);
    return !isObjectType(type) || !type.getFields()[field];
  });
  expect(strangers).toEqual([]);
});

test('every mutation that anyone may call is tried once per request', () => {
  const open = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((field) =>
    getDirective(schema, field, 'public'),
  );
  expect(open.length).toBeGreaterThan(0);
  expect(open.map(({ name }) => name).filter((name) => !fieldRules[`Mutation.${name}`]?.credential)).toEqual([]);
});
