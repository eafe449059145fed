// Writes sdk/generated: the types of the operations in sdk/operations, and the codes of errors; and their texts for the
// server, which knows them by their hash.
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

// What clients may send by its SHA-256: every operation, and those that the client and the playground send by themselves.
const generated = await import(new URL('operations.ts', folder).href);
const registered = [
  ...Object.entries(generated).flatMap(([name, document]) => (name.endsWith('Document') ? [String(document)] : [])),
  ...Object.values(await import('../sdk/own-operations.ts')),
  ...Object.values(await import('../playground/own-operations.ts')),
];
writeFileSync(
  new URL('../src/resolvers/graphql/registered/sdk-operations.generated.ts', import.meta.url),
  `${notice}/** The texts of sdk/operations, as the client sends them. */\nexport const sdkOperations: readonly string[] = ${JSON.stringify(registered, undefined, 2)};\n`,
);

const codes = Object.keys(errorCatalogue)
  .map((code) => `  | '${code}'`)
  .join('\n');
writeFileSync(
  new URL('error-codes.ts', folder),
  `${notice}/** Every error code of the server; docs/errors.md explains them. */\nexport type ErrorCode =\n${codes};\n`,
);
