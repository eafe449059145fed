// A list by filters, a page of 50 of many, beside the same rows by hand; and how it grows from 2,000 orders to 200,000.
import { deepStrictEqual } from 'node:assert';
import { baselineToken } from '../baseline/tokens.mjs';
import { roots } from '../dataset/generate.mjs';
import { openSink } from '../dataset/sinks.mjs';
import { compare } from '../lib/compare.mjs';
import { startBaseline, startProduct } from '../lib/servers.mjs';
import { once, requestBytes } from '../load/http-load.mjs';
import { asAdmin } from '../product/sign-in.mjs';

const few = 2_000;
const ordersPerPerson = 10;

/** Written once for all lists of an engine: few orders, and many, with one invoice each, of which one in eight is overdue. */
const databasesOf = (place, largest) =>
  (place.growing ??= Promise.all([databaseOf(place, 'lists-few', few), databaseOf(place, 'lists-many', largest)]));

async function databaseOf(place, name, orders) {
  const database = await place.opened.create(name, { orders, customers: Math.ceil(orders / ordersPerPerson) });
  const sink = await openSink(database);
  await sink.run(`update invoice set status = 'OVERDUE', paid_at = null, overdue_at = issued_at, balance_cents = gross_cents
    where series = 'BANC' and sequence % 8 = 3`);
  await sink.close();
  return database;
}

/** `list`: the field of the answer; `path`: where the baseline answers the same; `request`: what the product is asked. */
export const growingList = ({ name, title, list, path, request }) => ({
  name,
  title,
  targets: { ratio: { atLeast: 0.55 }, growthRatio: { atMost: 1.25 } },
  async run(place, { largest, rounds, milliseconds }) {
    const servers = [];
    const started = async (server) => {
      servers.push(server);
      return server;
    };
    const productBytesOf = async (product) =>
      requestBytes({
        method: 'POST',
        path: '/graphql',
        headers: { authorization: `Bearer ${await asAdmin(product)}`, accept: 'application/graphql-response+json' },
        body: request,
      });
    try {
      const [small, large] = await databasesOf(place, largest);
      const baseline = await started(await startBaseline(large, { jobKinds: [], folder: place.home }));
      const product = await started(await startProduct(large, { home: place.home, profile: place.profile }));
      const before = await started(await startProduct(small, { home: place.home, profile: undefined }));
      const baselineBytes = requestBytes({
        path,
        headers: { authorization: `Bearer ${baselineToken(baseline.secret, roots.admin)}` },
      });
      const productBytes = await productBytesOf(product);
      const byHand = await once(baseline.port, baselineBytes);
      deepStrictEqual((await once(product.port, productBytes)).data, byHand.data);
      if (byHand.data[list].nodes.length !== 50) throw new Error('a page of 50 was expected');
      const figures = await compare(
        { baseline, product, database: place.database },
        { baselineBytes, productBytes, rounds, milliseconds },
      );
      // Here the "baseline" is the product itself on the small database.
      const { ratio: slower } = await compare(
        { baseline: before, product, database: place.database },
        { baselineBytes: await productBytesOf(before), productBytes, rounds, milliseconds },
      );
      return { ...figures, growthRatio: 1 / slower, orders: largest };
    } finally {
      for (const server of servers) await server.stop();
    }
  },
});
