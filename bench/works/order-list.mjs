// `orders` by four filters, a page of 50, beside the same rows by hand; and how it grows from 2,000 orders to 200,000.
import { deepStrictEqual } from 'node:assert';
import { baselineToken } from '../baseline/tokens.mjs';
import { roots } from '../dataset/generate.mjs';
import { compare } from '../lib/compare.mjs';
import { startBaseline, startProduct } from '../lib/servers.mjs';
import { once, requestBytes } from '../load/http-load.mjs';
import { asAdmin } from '../product/sign-in.mjs';

const few = 2_000;
const ordersPerPerson = 10;
const [proofreaderId] = roots.proofreaders;

const query = `query Filtered($filter: OrderFilterInput!) {
  orders(filter: $filter, first: 50) {
    nodes { id title status priority total { amount currency } createdAt dueAt isLate }
  }
}`;
const filter = { proofreaderId, statuses: ['PAID', 'IN_PROGRESS'], priorities: ['HIGH', 'URGENT'], isPaid: true };

const productBytesOf = async (product) =>
  requestBytes({
    method: 'POST',
    path: '/graphql',
    headers: { authorization: `Bearer ${await asAdmin(product)}`, accept: 'application/graphql-response+json' },
    body: { query, variables: { filter } },
  });

export const orderList = {
  name: 'orders',
  title: 'Orders by four filters, a page of 50; growth: 200,000 against 2,000',
  targets: { ratio: { atLeast: 0.55 }, growthRatio: { atMost: 1.25 } },
  async run(place, { largest, rounds, milliseconds }) {
    const servers = [];
    const started = async (server) => {
      servers.push(server);
      return server;
    };
    try {
      const databases = [];
      for (const [name, orders] of [
        ['orders-few', few],
        ['orders-many', largest],
      ])
        databases.push(await place.opened.create(name, { orders, customers: Math.ceil(orders / ordersPerPerson) }));
      const [small, large] = databases;
      const baseline = await started(await startBaseline(large, { jobKinds: [], folder: place.home }));
      const product = await started(await startProduct(large, { home: place.home, profile: place.profile }));
      const before = await started(await startProduct(small, { home: place.home, profile: undefined }));
      const baselineBytes = requestBytes({
        path: `/orders?proofreader=${proofreaderId}`,
        headers: { authorization: `Bearer ${baselineToken(baseline.secret, roots.admin)}` },
      });
      const productBytes = await productBytesOf(product);
      const byHand = await once(baseline.port, baselineBytes);
      deepStrictEqual((await once(product.port, productBytes)).data, byHand.data);
      if (byHand.data.orders.nodes.length !== 50) throw new Error('a page of 50 was expected');
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
};
