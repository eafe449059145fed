// Bundles the script of the playground's page: playground/ into dist/playground/page.js. Skipped when nothing changed.
import './help.mjs';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));
const stamp = '.cache/playground.stamp';
const inputs = [...globSync('{playground,sdk}/*.ts'), 'package-lock.json', 'scripts/build-playground.mjs'];
const state = inputs
  .map((file) => `${file} ${statSync(file).mtimeMs}`)
  .sort()
  .join('\n');
if (existsSync('dist/playground/page.js') && existsSync(stamp) && readFileSync(stamp, 'utf8') === state)
  process.exit(0);

const { build } = await import('vite');
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  // The toolkit would load the whole package, its server and a GraphQL executor included, for the sockets it is given
  // anyway.
  resolve: { alias: [{ find: /^graphql-ws$/, replacement: 'graphql-ws/client' }] },
  build: {
    lib: { entry: 'playground/page.ts', formats: ['iife'], name: 'AtelierPlayground', fileName: () => 'page.js' },
    outDir: 'dist/playground',
    emptyOutDir: false,
    target: 'es2022',
    minify: true,
  },
});
mkdirSync('.cache', { recursive: true });
writeFileSync(stamp, state);
