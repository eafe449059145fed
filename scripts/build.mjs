// Builds src/ into dist/: only what changed since the last build.
import './help.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

const memory = '.cache/build.tsbuildinfo';
const stamp = '.cache/build.stamp';
const sources = globSync('src/**/*.ts');
const outputs = new Set(sources.map((file) => outputOf(file)));
// Code for browsers is bundled by its own script.
const ofBrowsers = ['dist/playground/page.js', 'dist/playground/graphiql.js'];
const inputs = [...sources, 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

// A deleted module must be deleted from dist, too: an old migration would still run.
for (const file of globSync('dist/**/*.js')) {
  const output = file.replaceAll('\\', '/');
  if (!outputs.has(output) && !ofBrowsers.includes(output)) rmSync(file);
}
const bundled = spawnSync(process.execPath, ['scripts/build-playground.mjs'], { stdio: 'inherit' }).status;
if (bundled !== 0) process.exit(bundled ?? 1);

const isWhole = [...outputs].every((file) => existsSync(file));
// The compiler's cache describes dist; it is wrong when a part of dist was deleted.
if (!isWhole) rmSync(memory, { force: true });
if (isWhole && !changedSince(stamp)) process.exit(0);

const startedAt = new Date();
const { status } = spawnSync(process.execPath, ['node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
if (status === 0) {
  mkdirSync('.cache', { recursive: true });
  writeFileSync(stamp, JSON.stringify({ startedAt, inputs: inputs.length }));
}
process.exit(status ?? 1);

function outputOf(file) {
  return file
    .replaceAll('\\', '/')
    .replace(/^src\//, 'dist/')
    .replace(/\.ts$/, '.js');
}

function changedSince(file) {
  if (!existsSync(file)) return true;
  const built = JSON.parse(readFileSync(file, 'utf8'));
  return built.inputs !== inputs.length || inputs.some((input) => statSync(input).mtime > new Date(built.startedAt));
}
