// Bundles what tests run in processes of their own: one file to load in place of two thousand, which is most of what a
// start costs. The bundle is made of the sources as they are and kept by content; `spawn.ts` starts it.
import { globSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import builtin from 'node:http';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { transformed } from '../../../scripts/run-ts.mjs';

const root = resolve(import.meta.dirname, '../../..');
const [folder = '', draft = `${folder}.${process.pid}`] = process.argv.slice(2);

const keptForMs = 24 * 3_600_000;

const files = [
  ...globSync('src/{server,worker,cli}.ts', { cwd: root }),
  ...globSync('tests/support/processes/*.ts', { cwd: root }),
  // Loaded by their address: threads, and migrations.
  ...globSync('src/services/**/*-thread.ts', { cwd: root }),
  ...globSync('src/migrations/{mysql,sqlite}/*.ts', { cwd: root }),
];
const addressesOfNeighbours = /orm\/(orm|forget-traces)\.ts$|passwords\/hash-threads\.ts$/;

/** TypeScript as `run-ts.mjs` makes it; `import.meta.url` stays what it would be without a bundle. */
const sources = {
  name: 'sources',
  load: {
    filter: { id: { include: /\.ts$/, exclude: /node_modules/ } },
    handler(id) {
      const bundled = join(folder, relative(root, id).replace(/\.ts$/, '.js'));
      const { href } = pathToFileURL(addressesOfNeighbours.test(id) ? bundled : id);
      return {
        code: transformed(id)
          .replaceAll('import.meta.url', JSON.stringify(href))
          .replaceAll('import.meta.dirname', JSON.stringify(resolve(id, '..'))),
        moduleType: 'js',
      };
    },
  },
};

/**
 * A module that imports `node:http` has Node make all of its names at once, and for some of them load a client of
 * WebSockets that nobody uses: a twentieth of a start.
 */
const http = {
  name: 'http',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^(node:)?http$/ },
    handler: (_id, _importer, { kind }) => (kind === 'import-statement' ? '\0http' : null),
  },
  load: {
    filter: { id: /^\0http$/ },
    handler() {
      const plain = Object.entries(Object.getOwnPropertyDescriptors(builtin)).filter(
        ([, { get }]) => get === undefined,
      );
      return [
        "const http = process.getBuiltinModule('node:http');",
        'export default http;',
        `export const { ${plain.map(([name]) => name).join(', ')} } = http;`,
      ].join('\n');
    },
  },
};

/** One character that needs two bytes makes V8 keep the whole file so: read, hashed and scanned at twice the cost. */
const ascii = {
  name: 'ascii',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        chunk.code = chunk.code.replace(
          /[^\0-\x7f]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
  },
};

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  plugins: [sources, http, ascii],
  ssr: { noExternal: true, external: ['bcrypt', 'pino', 'pino-pretty', 'piscina', 'pdfkit', 'fontkit'] },
  build: {
    ssr: true,
    outDir: draft,
    emptyOutDir: true,
    target: 'esnext',
    minify: false,
    rollupOptions: {
      input: Object.fromEntries(files.map((file) => [file.replace(/\.ts$/, ''), join(root, file)])),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[hash].js',
        keepNames: true,
        minify: { compress: false, mangle: false, codegen: true },
      },
      preserveEntrySignatures: 'allow-extension',
    },
  },
});
for (const name of readdirSync(resolve(folder, '..'))) {
  const other = resolve(folder, '..', name);
  if (other !== draft && Date.now() - statSync(other).mtimeMs > keptForMs) rmSync(other, { recursive: true });
}
try {
  renameSync(draft, folder);
} catch {
  // Another process was faster.
  rmSync(draft, { recursive: true, force: true });
}
