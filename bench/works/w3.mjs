// W3: a small record, validated, with its event, its jobs, its live event and its audit entry, in one transaction.
import { deepStrictEqual } from 'node:assert';
import { customerId, roots } from '../dataset/generate.mjs';
import { openSink } from '../dataset/sinks.mjs';
import { baselineToken } from '../baseline/tokens.mjs';
import { compare } from '../lib/compare.mjs';
import { statementsOf } from '../lib/statements.mjs';
import { once, requestBytes } from '../load/http-load.mjs';
import { asCustomer } from '../product/sign-in.mjs';

const tables = [
  'customer_order',
  'outbox_event',
  'job',
  'live_stream',
  'live_event',
  'audit_entry',
  'notification',
  'conversation',
  'email_delivery',
];

async function counts(database) {
  const sink = await openSink(database);
  try {
    const found = {};
    for (const table of tables) found[table] = Number((await sink.one(`select count(*) as n from ${table}`)).n);
    return found;
  } finally {
    await sink.close();
  }
}

async function written(database, work) {
  const before = await counts(database);
  await work();
  const after = await counts(database);
  return Object.fromEntries(tables.map((table) => [table, after[table] - before[table]]));
}

export const w3 = {
  name: 'w3',
  title: 'W3: create an order (validated, outbox, audit log)',
  targets: (engine) => ({ ratio: { atLeast: engine === 'sqlite' ? 0.6 : 0.45 } }),
  async run(place, { rounds, milliseconds }) {
    const { baseline, apollo, product, database } = place;
    const query =
      'mutation Create($input: CreateOrderInput!) { createOrder(input: $input) { id status total { amount currency } } }';
    const input = { priceItemId: roots.priceItems[0], title: 'La mer, un roman' };
    const baselineBytes = requestBytes({
      method: 'POST',
      path: '/w3',
      headers: { authorization: `Bearer ${baselineToken(baseline.secret, customerId(0))}` },
      body: input,
    });
    const productBytes = requestBytes({
      method: 'POST',
      path: '/graphql',
      headers: { authorization: `Bearer ${await asCustomer(product, 0)}`, accept: 'application/graphql-response+json' },
      body: {
        query,
        variables: { input },
      },
    });
    // The first order of each makes rows that later ones only move.
    await once(product.port, productBytes);
    await once(baseline.port, baselineBytes);
    // The baseline must do what the product does, row for row.
    const byProduct = await written(database, () => once(product.port, productBytes));
    deepStrictEqual(await written(database, () => once(baseline.port, baselineBytes)), byProduct);
    const apolloBytes = requestBytes({
      method: 'POST',
      path: '/',
      headers: { authorization: `Bearer ${baselineToken(apollo.secret, customerId(0))}` },
      body: { query, variables: { input } },
    });
    deepStrictEqual(await written(database, () => once(apollo.port, apolloBytes)), byProduct);
    const statements = await statementsOf(place, () => once(product.port, productBytes));
    const compared = await compare(place, { baselineBytes, apolloBytes, productBytes, rounds, milliseconds });
    return { ...compared, statements };
  },
};
