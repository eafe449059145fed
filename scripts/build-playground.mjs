// Builds what the playground's page loads: its script, playground/, as dist/playground/page.js, GraphiQL with its styles and
// workers as dist/playground/graphiql.js, and the tabs, which are made of sdk/operations, as dist/playground/tabs.json.
// Skipped when nothing changed.
import './help.mjs';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));
const stamp = '.cache/playground.stamp';
const outputs = ['page.js', 'graphiql.js', 'tabs.json'].map((name) => `dist/playground/${name}`);
const inputs = [
  ...globSync('{playground,sdk}/*.ts'),
  ...globSync('sdk/operations/*.graphql'),
  'src/schema/schema.graphql',
  'package-lock.json',
  'scripts/build-playground.mjs',
  'scripts/playground-tabs.mjs',
];
const state = inputs
  .map((file) => `${file} ${statSync(file).mtimeMs}`)
  .sort()
  .join('\n');
if (outputs.every((file) => existsSync(file)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state)
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
writeFileSync('dist/playground/graphiql.js', await graphiql());
const { playgroundTabs } = await import('./playground-tabs.mjs');
writeFileSync('dist/playground/tabs.json', JSON.stringify(playgroundTabs()));
mkdirSync('.cache', { recursive: true });
writeFileSync(stamp, state);

/** The editor as one script. */
async function graphiql() {
  const { css, js, editorWorkerService, jsonWorker, graphqlWorker } =
    await import('@graphql-yoga/render-graphiql/graphiql');
  const workers = { editorWorkerService, json: jsonWorker, graphql: graphqlWorker };
  return `(() => {
const style = document.createElement('style');
style.textContent = ${JSON.stringify(css)};
document.head.append(style);
const workers = ${JSON.stringify(workers)};
for (const [name, text] of Object.entries(workers)) workers[name] = URL.createObjectURL(new Blob([text], { type: 'application/javascript' }));
globalThis.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (_module, label) => workers[label] };
})();
${js};
globalThis.openGraphiQL = (element, options) => YogaGraphiQL.renderYogaGraphiQL(element, options);`;
}
