// Builds the client package: sdk/ into sdk/dist. Skipped when nothing changed.
import './help.mjs';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));
const schema = 'src/schema/schema.graphql';
const dist = 'sdk/dist';
const stamp = '.cache/sdk.stamp';
const inputs = [
  ...globSync('sdk/{*,generated/*}.ts'),
  schema,
  'LICENSE',
  'sdk/tsconfig.json',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build-sdk.mjs',
];

// One text for all: a source that was removed or renamed changes it as well.
const state = inputs
  .map((file) => `${file} ${statSync(file).mtimeMs}`)
  .sort()
  .join('\n');
const outputs = [join(dist, 'index.js'), join(dist, 'index.d.ts'), join(dist, 'schema.graphql'), 'sdk/LICENSE'];
if (outputs.every((file) => existsSync(file)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state)
  process.exit(0);

rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ['node_modules/typescript-7/bin/tsc', '-p', 'sdk/tsconfig.json'], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
// The compiler writes the names of sources into declarations; what is packed are not the sources.
for (const file of globSync(`${dist}/**/*.d.ts`)) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(['"])(\.{1,2}\/[^'"]+)\.ts\1/g, '$1$2.js$1'));
}
copyFileSync(schema, join(dist, 'schema.graphql'));
copyFileSync('LICENSE', 'sdk/LICENSE');
mkdirSync('.cache', { recursive: true });
writeFileSync(stamp, state);
