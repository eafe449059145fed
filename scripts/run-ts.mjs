// Lets scripts and test processes import the TypeScript sources without a build: SWC transforms each module once, and
// results are cached by place and content, and so is the code that V8 compiled from them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = fileURLToPath(new URL('../.cache/run-ts/', import.meta.url));
const settings = readFileSync(new URL('../.swcrc', import.meta.url), 'utf8');
const options = JSON.parse(settings);
mkdirSync(cache, { recursive: true });
enableCompileCache(`${cache}v8`);

let swc;

export function transformed(filename) {
  const source = readFileSync(filename, 'utf8');
  const kept = `${cache}${createHash('sha256').update(settings).update(relative(root, filename)).update(source).digest('hex')}.js`;
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  // Loaded only on a cache miss: the binding alone costs a tenth of a second.
  swc ??= process.getBuiltinModule('node:module').createRequire(import.meta.url)('@swc/core');
  const { code } = swc.transformSync(source, { ...options, filename, sourceMaps: false, swcrc: false });
  const draft = `${kept}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, kept);
  return code;
}

const neighbour = /^\.\.?\/.*\.ts$/;
const ours = new URL('..', import.meta.url).href;
/** Where packages are that our modules name: looked for once, not by each of two thousand. */
const packages = new Map();

const isPackage = (specifier, parent) =>
  /^[@\w]/.test(specifier) && parent.startsWith(ours) && parent.endsWith('.ts') && !parent.includes('/node_modules/');

function packageOf(specifier, context, next) {
  const key = `${specifier} ${context.conditions.join()}`;
  const found = packages.get(key) ?? next(specifier, context);
  packages.set(key, found);
  return { ...found, shortCircuit: true };
}

registerHooks({
  // Our modules name each other by their files: nothing has to be looked for, which is a fifth of loading the product.
  resolve(specifier, context, next) {
    if (context.parentURL === undefined) return next(specifier, context);
    if (!neighbour.test(specifier))
      return isPackage(specifier, context.parentURL) ? packageOf(specifier, context, next) : next(specifier, context);
    return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    return { format: 'module', source: transformed(fileURLToPath(url)), shortCircuit: true };
  },
});
