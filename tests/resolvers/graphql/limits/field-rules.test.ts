import { test, expect } from '@jest/globals';
import { isCredential } from '../../../../src/schema/directives/cost.ts';
import { resolvers } from '../../../../src/resolvers/index.ts';
import { createSchema } from '../../../../src/schema/schema.ts';
import { markOn } from '../../../../src/schema/shared/marks.ts';

const schema = await createSchema(resolvers);

test('every mutation that anyone may call is tried once per request', () => {
  const open = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((field) =>
    markOn(schema, field, 'public'),
  );
  expect(open.length).toBeGreaterThan(0);
  expect(open.map(({ name }) => name).filter((name) => !isCredential(schema, name))).toEqual([]);
});
