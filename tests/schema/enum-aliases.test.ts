// @lane sqlite: it reads no database.
/** French names that front-ends of before send for values of enumerations. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isEnumType, Kind, type GraphQLEnumType, type GraphQLSchema } from 'graphql';
import { resolvers } from '../../src/resolvers/index.ts';
import { createSchema } from '../../src/schema/schema.ts';

const seed: Readonly<Record<string, readonly (readonly [french: string, value: string])[]>> = {
  OrderStatus: [
    ['EN_ATTENTE', 'PENDING'],
    ['EN_ATTENTE_VERIFICATION', 'AWAITING_REVIEW'],
    ['EN_ATTENTE_CONSULTATION', 'AWAITING_CONSULTATION'],
    ['ESTIMATION_ENVOYEE', 'QUOTE_SENT'],
    ['PAYEE', 'PAID'],
    ['EN_COURS', 'IN_PROGRESS'],
    ['TERMINE', 'COMPLETED'],
    ['ANNULEE', 'CANCELLED'],
    ['SUSPENDUE', 'SUSPENDED'],
  ],
  Priority: [
    ['FAIBLE', 'LOW'],
    ['NORMALE', 'NORMAL'],
    ['HAUTE', 'HIGH'],
    ['URGENTE', 'URGENT'],
  ],
};

describe.each(Object.entries(seed))('%s', (name, pairs) => {
  let schema: GraphQLSchema;
  let type: GraphQLEnumType;
  beforeAll(async () => {
    schema = await createSchema(resolvers);
    const found = schema.getType(name);
    if (!isEnumType(found)) throw new Error(`${name} is no enumeration`);
    type = found;
  });

  test.each(pairs)('understands %s as %s, in variables and in documents, and never gives it back', (french, value) => {
    const literal = (text: string) => ({ kind: Kind.ENUM as const, value: text });
    expect(type.parseValue(french)).toBe(type.parseValue(value));
    expect(type.parseLiteral(literal(french), null)).toBe(type.parseLiteral(literal(value), null));
    expect(type.serialize(type.parseValue(french))).toBe(value);
    expect(type.getValue(french)).toBeUndefined();
  });

  test('covers every value', () => {
    expect(pairs.map(([, value]) => value).toSorted()).toEqual(
      type
        .getValues()
        .map((value) => value.name)
        .toSorted(),
    );
  });
});
