// Prints the API with its directives to src/schema/schema.graphql, which is checked in and read in reviews.
import './help.mjs';
import './run-ts.mjs';
import { writeFileSync } from 'node:fs';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { lexicographicSortSchema } from 'graphql';

const { resolvers } = await import('../src/resolvers/index.ts');
const { createSchema } = await import('../src/schema/schema.ts');
const schema = await createSchema(resolvers);
writeFileSync(
  new URL('../src/schema/schema.graphql', import.meta.url),
  `${printSchemaWithDirectives(lexicographicSortSchema(schema))}\n`,
);
