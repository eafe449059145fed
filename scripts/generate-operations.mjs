// Writes sdk/generated: the types of the operations in sdk/operations, and the codes of errors.
import './help.mjs';
import './run-ts.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { generate } from '@graphql-codegen/cli';

const { default: config } = await import('../codegen.ts');
const { errorCatalogue } = await import('../src/services/kernel/errors.ts');

const folder = new URL('../sdk/generated/', import.meta.url);
const notice = '// Written by `npm run generate`: do not edit.\n';
mkdirSync(folder, { recursive: true });

// Documents are sorted by file name, whatever order the file system returns.
const [{ content }] = await generate({ ...config, errorsOnly: true }, false);
writeFileSync(new URL('operations.ts', folder), `${notice}${content}`);

const codes = Object.keys(errorCatalogue)
  .map((code) => `  | '${code}'`)
  .join('\n');
writeFileSync(
  new URL('error-codes.ts', folder),
  `${notice}/** Every error code of the server; docs/errors.md explains them. */\nexport type ErrorCode =\n${codes};\n`,
);
