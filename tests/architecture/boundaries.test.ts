import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** One trespass per rule: who, what it imports, and how. */
const trespasses: readonly [rule: string, from: string, to: string, typeOnly?: 'type'][] = [
  ['kernel-is-alone', 'services/kernel/money.ts', 'services/access/actor.ts', 'type'],
  ['access-knows-the-kernel-only', 'services/access/actor.ts', 'services/platform/context.ts'],
  ['entities-of-a-domain', 'entities/messaging/message.entity.ts', 'entities/content/page.entity.ts'],
  ['orders-entities', 'entities/orders/order.entity.ts', 'entities/messaging/message.entity.ts'],
  ['platform-knows-no-domain', 'services/platform/context.ts', 'services/audit/index.ts', 'type'],
  ['platform-takes-types-of-entities', 'services/platform/context.ts', 'entities/index.ts'],
  ['foundation-services', 'services/billing/index.ts', 'services/orders/index.ts', 'type'],
  ['foundation-services', 'services/billing/index.ts', 'services/identity/log-in.ts'],
  ['product-services', 'services/messaging/index.ts', 'services/orders/index.ts'],
  ['orders-services', 'services/orders/index.ts', 'services/catalog/prices.ts'],
  ['adapters-know-their-port', 'services/adapters/mail/sendgrid.ts', 'services/adapters/payments/port.ts'],
  ['vendors-stay-in-adapters', 'services/orders/index.ts', 'stripe'],
  ['redis-stays-in-the-platform', 'services/orders/index.ts', 'ioredis'],
  ['schema-has-no-logic', 'schema/orders/order.type.ts', 'services/orders/index.ts'],
  ['resolvers-use-public-api-only', 'resolvers/orders/order.resolver.ts', 'services/orders/states.ts'],
  ['resolvers-take-types-of-entities', 'resolvers/orders/order.resolver.ts', 'entities/orders/order.entity.ts'],
  ['services-know-no-entry-point', 'services/orders/index.ts', 'graphql'],
  ['nobody-imports-the-root', 'resolvers/orders/order.resolver.ts', 'app.ts', 'type'],
  ['nobody-imports-the-root', 'resolvers/orders/order.resolver.ts', 'composition/health.ts', 'type'],
  ['no-circles-of-domains', 'services/files/index.ts', 'services/vault/index.ts', 'type'],
  ['no-undeclared-package', 'services/orders/index.ts', 'mjml'],
];

const permitted: typeof trespasses = [
  // Closes the circle that `no-circles-of-domains` reports once.
  ['', 'services/vault/index.ts', 'services/files/index.ts', 'type'],
  ['', 'services/orders/index.ts', 'services/catalog/index.ts'],
  ['', 'services/catalog/index.ts', 'services/billing/index.ts'],
  ['', 'services/platform/context.ts', 'services/adapters/payments/port.ts', 'type'],
  ['', 'services/platform/outbox.ts', 'entities/index.ts', 'type'],
  ['', 'resolvers/catalog/catalog.resolver.ts', 'entities/orders/order.entity.ts', 'type'],
  ['', 'entities/orders/order-file.entity.ts', 'entities/catalog/price.entity.ts'],
];

/** A small project of its own, where every rule is broken once. */
function build(env: string): void {
  const all = [...trespasses, ...permitted];
  for (const file of new Set(all.flatMap(([, from, to]) => (to.endsWith('.ts') ? [from, to] : [from])))) {
    const imports = all
      .filter(([, from]) => from === file)
      .map(([, , to, typeOnly], i) => {
        const target = to.endsWith('.ts') ? `${'../'.repeat(file.split('/').length - 1)}${to}` : to;
        return typeOnly
          ? `import type * as part${i} from '${target}';\nexport type Part${i} = typeof part${i};`
          : `import * as part${i} from '${target}';\nexport const use${i} = part${i};`;
      });
    mkdirSync(dirname(join(env, 'src', file)), { recursive: true });
    writeFileSync(join(env, 'src', file), `${imports.join('\n')}\nexport const own = 1;\n`);
  }
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, file), join(env, file));
  symlinkSync(join(root, 'node_modules'), join(env, 'node_modules'));
}

test('each rule refuses its trespass, and what the table allows passes', () => {
  const env = mkdtempSync(join(tmpdir(), 'atelier-boundaries-'));
  try {
    build(env);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [cruiser, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
      { cwd: env, encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    if (!stdout) throw new Error(stderr);
    const { violations } = (
      JSON.parse(stdout) as { summary: { violations: { from: string; to: string; rule: { name: string } }[] } }
    ).summary;
    const found = violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
    const unseen = trespasses.filter(
      ([rule, from, to]) => !found.some((line) => line.startsWith(`${rule}: src/${from} → `) && line.includes(to)),
    );
    expect({ unseen, found: unseen.length > 0 ? found : [] }).toEqual({ unseen: [], found: [] });
    for (const [, from, to] of permitted)
      expect(found.filter((line) => line.includes(`src/${from} → src/${to}`))).toEqual([]);
  } finally {
    rmSync(env, { recursive: true, force: true });
  }
});
