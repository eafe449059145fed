// Draws the imports inside src, as dependency-cruiser finds them, by layer and by domain.
import { spawnSync } from 'node:child_process';

const foundation = ['vault', 'identity', 'files', 'notifications', 'billing', 'audit', 'privacy'];
const shared = ['kernel', 'access', 'platform', 'adapters'];

const layerOf = (file) => {
  const [, layer, domain] = /^src\/(?:([^/]+)\/)?(?:([^/]+)\/)?/.exec(file);
  if (layer === undefined || layer === 'composition') return 'root';
  return layer === 'services' ? `services/${domain}` : layer;
};

const cruise = () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      'src',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  if (stdout === '') throw new Error(`dependency-cruiser printed nothing: ${stderr}`);
  return JSON.parse(stdout).modules.filter(
    ({ source }) => source.startsWith('src/') && !source.startsWith('src/migrations/'),
  );
};

/** Arrows between layers, sorted; dotted when only types are imported. */
function arrows(modules, nameOf) {
  const isTyped = new Map();
  for (const { source, dependencies } of modules) {
    for (const { resolved, dependencyTypes } of dependencies) {
      if (!resolved.startsWith('src/')) continue;
      const [from, to] = [nameOf(source), nameOf(resolved)];
      if (from === undefined || to === undefined || from === to) continue;
      const pair = `${from} ${to}`;
      isTyped.set(pair, (isTyped.get(pair) ?? true) && dependencyTypes.includes('type-only'));
    }
  }
  return [...isTyped]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pair, typed]) => [...pair.split(' '), typed ? '-.->' : '-->']);
}

const id = (name) => name.replaceAll('/', '_');
const draw = (lines) => `\`\`\`mermaid\nflowchart TD\n${lines.map((line) => `  ${line}`).join('\n')}\n\`\`\``;

/** The layers, and what each imports. */
function drawLayers(modules) {
  const nameOf = (file) => {
    const layer = layerOf(file);
    const domain = layer.split('/')[1];
    if (domain === undefined) return layer;
    if (shared.includes(domain)) return layer;
    return foundation.includes(domain) ? 'services/foundation' : 'services/products';
  };
  const labels = {
    root: 'composition root: app, server, worker, cli',
    'services/foundation': 'services: foundation domains',
    'services/products': 'services: product domains',
  };
  const found = arrows(modules, nameOf);
  const names = [...new Set(found.flatMap(([from, to]) => [from, to]))].sort();
  // The composition root imports every layer: its arrows would only hide the others.
  return draw([
    ...names.map((name) => `${id(name)}["${labels[name] ?? name}"]`),
    ...found.filter(([from]) => from !== 'root').map(([from, to, arrow]) => `${id(from)} ${arrow} ${id(to)}`),
    ...(names.includes('resolvers') ? ['root --> resolvers'] : []),
  ]);
}

/** The domains, and whose public API each imports. */
function drawDomains(modules) {
  const nameOf = (file) => {
    const [layer, domain] = layerOf(file).split('/');
    return layer === 'services' && domain !== undefined && !shared.includes(domain) ? domain : undefined;
  };
  const domains = [...new Set(modules.map(({ source }) => nameOf(source)).filter((name) => name !== undefined))].sort();
  const boxes = (title, members) => [`subgraph ${title}`, ...members.map((name) => `  ${name}`), 'end'];
  return draw([
    ...boxes(
      'products',
      domains.filter((name) => !foundation.includes(name)),
    ),
    ...boxes(
      'foundation',
      domains.filter((name) => foundation.includes(name)),
    ),
    ...arrows(modules, nameOf).map(([from, to, arrow]) => `${from} ${arrow} ${to}`),
  ]);
}

export function moduleGraph() {
  const modules = cruise();
  return `Layers (an arrow reads "imports", a dotted one "imports types only"; the composition root imports every layer):

${drawLayers(modules)}

Domains inside \`src/services\`, by their public APIs (\`index.ts\`):

${drawDomains(modules)}`;
}
