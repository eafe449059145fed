import type { CodegenConfig } from '@graphql-codegen/cli';
import { scalars } from './sdk/scalars.ts';

/**
 * Types of every operation in sdk/operations, for front-ends and for tests. Documents are strings, so that a front-end
 * carries no GraphQL parser; the schema is the checked-in one, so that nothing needs to run.
 */
const config: CodegenConfig = {
  schema: 'src/schema/schema.graphql',
  documents: 'sdk/operations/*.graphql',
  silent: true,
  generates: {
    'sdk/generated/operations.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        skipTypename: true,
        // A bundler leaves out the documents that an application does not name.
        pureMagicComment: true,
        scalars: { ...scalars, Upload: { ...scalars.Upload, input: '../upload.ts#FileToSend' } },
      },
    },
  },
};

export default config;
