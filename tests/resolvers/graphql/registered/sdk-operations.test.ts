import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse, validate, type GraphQLSchema } from 'graphql';
import * as playground from '../../../../playground/own-operations.ts';
import * as sdk from '../../../../sdk/index.ts';
import * as own from '../../../../sdk/own-operations.ts';
import { resolvers } from '../../../../src/resolvers/index.ts';
import { openRegistered } from '../../../../src/resolvers/graphql/registered/open-registered.ts';
import { sha256Of } from '../../../../src/resolvers/graphql/registered/registered-operations.ts';
import { sdkOperations } from '../../../../src/resolvers/graphql/registered/sdk-operations.generated.ts';
import { createSchema } from '../../../../src/schema/schema.ts';

describe('what is registered without any setting', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await createSchema(resolvers);
  });

  test('is every document of the client, and what it and the playground send by themselves', () => {
    const documents = Object.entries(sdk).flatMap(([name, value]) =>
      name.endsWith('Document') ? [String(value)] : [],
    );
    expect(documents.length).toBeGreaterThan(100);
    const registered = openRegistered({ REGISTERED_OPERATIONS_FILE: undefined, REGISTERED_ONLY: true });
    for (const text of [...documents, ...Object.values(own), ...Object.values(playground)]) {
      expect(registered.textFor({ query: text }, { role: null })).toBe(text);
      expect(registered.textFor({ sha256Hash: sha256Of(text) }, { role: null })).toBe(text);
    }
  });

  test('is valid', () => {
    expect(sdkOperations.flatMap((text) => validate(schema, parse(text)).map(({ message }) => message))).toEqual([]);
  });
});
