// @lane sqlite: labels come from the code.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isEnumType, isIntrospectionType, type GraphQLSchema } from 'graphql';
import { resolvers } from '../../src/resolvers/index.ts';
import { enumLabels } from '../../src/schema/labels/index.ts';
import { createSchema } from '../../src/schema/schema.ts';
import { auditActions } from '../../src/services/kernel/audit-actions.ts';
import { openTestEnvironment, type AppEnvironment } from '../support/environment.ts';
import { nobody } from '../support/make/actor.ts';

/** Front-ends show no constants: every value of every enumeration has a name in French and English. */
let schema: GraphQLSchema;
let env: AppEnvironment;
beforeAll(async () => {
  schema = await createSchema(resolvers);
  env = await openTestEnvironment({ isServed: false });
});
afterAll(() => env.close());

const ofSchema = (): Record<string, string[]> =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter((type) => isEnumType(type) && !isIntrospectionType(type))
      .map((type) => [
        type.name,
        isEnumType(type)
          ? type
              .getValues()
              .map(({ name }) => name)
              .sort()
          : [],
      ]),
  );

test('every enumeration of the schema has a label for each of its values, and for no other', () => {
  const labelled = Object.fromEntries(
    Object.entries(enumLabels).map(([name, values]) => [name, Object.keys(values).sort()]),
  );
  expect(labelled).toEqual({ ...ofSchema(), AuditAction: Object.keys(auditActions).sort() });
});

test('labels are words of people: none is empty, padded or a constant', () => {
  const labels = Object.entries(enumLabels).flatMap(([name, values]) =>
    Object.entries(values).flatMap(([value, words]) => words.map((word) => ({ name, value, word }))),
  );
  expect(labels.filter(({ word }) => word.trim() !== word || word === '' || /^[A-Z]+_[A-Z_]+$/.test(word))).toEqual([]);
});

interface Labels {
  enumLabels: { name: string; values: { value: string; french: string; english: string }[] }[];
}
const ask = async (names?: string[]) =>
  env.ask(
    nobody,
    'query($names: [String!]) { enumLabels(names: $names) { name values { value french english } } }',
    names === undefined ? {} : { names },
  );

test('anybody asks for all of them or for some, once each, in the order asked for', async () => {
  const all = (await ask()).data as unknown as Labels;
  expect(all.enumLabels.map(({ name }) => name)).toEqual(Object.keys(enumLabels).sort());
  const some = (await ask(['UserRole', 'OrderStatus', 'UserRole'])).data as unknown as Labels;
  expect(some.enumLabels.map(({ name }) => name)).toEqual(['UserRole', 'OrderStatus']);
  expect(some.enumLabels[1]?.values).toContainEqual({
    value: 'IN_PROGRESS',
    french: 'En cours',
    english: 'In progress',
  });
});

test.each(['Order', 'Nothing', '__proto__', 'constructor', ''])('%p is no enumeration', async (name) => {
  expect((await ask([name])).errors[0]?.extensions).toMatchObject({
    code: 'INPUT_INVALID',
    details: { fields: [{ path: 'names', rules: ['enum'] }] },
  });
});
