// How the product grows: the page of W1, and every list, search, filter and counter of the schema, at two sizes.
import { explain } from '../lib/explain.mjs';
import { compare } from '../lib/compare.mjs';
import { startProduct } from '../lib/servers.mjs';
import { once } from '../load/http-load.mjs';
import { growthTable, isSlow } from '../growth/report.mjs';
import { walk } from '../growth/walk.mjs';
import { pageBytes } from './w1.mjs';

/** How much larger the second database is, and how many orders there are for each person. */
const times = 10;
const ordersPerPerson = 4;

async function fullPage(product) {
  const bytes = await pageBytes(product);
  const { data } = await once(product.port, bytes);
  if (data.orders.nodes.length !== 50) throw new Error('a page of 50 was expected');
  return bytes;
}

export const growth = {
  name: 'growth',
  title: 'W1 at 200,000 orders against W1 at 20,000; every list, search, filter and counter',
  targets: { cpuRatio: { atMost: 1.25 }, growing: { atMost: 0 }, slow: { atMost: 0 } },
  async run(place, { largest, rounds, milliseconds }) {
    const sizeOf = (orders) => ({ orders, customers: Math.ceil(orders / ordersPerPerson), growth: true });
    const databases = [];
    for (const [name, orders] of [
      ['few', Math.ceil(largest / times)],
      ['many', largest],
    ])
      databases.push(await place.opened.create(name, sizeOf(orders)));
    const servers = [];
    try {
      for (const database of databases)
        servers.push(await startProduct(database, { home: place.home, profile: undefined }));
      const requests = await walk({ databases, servers });
      console.log(growthTable(requests, { withPlans: true }));
      const [baselineBytes, productBytes] = [await fullPage(servers[0]), await fullPage(servers[1])];
      // Here the "baseline" is the product itself on the small database.
      const figures = await compare(
        { baseline: servers[0], product: servers[1], database: place.database },
        { baselineBytes, productBytes, rounds, milliseconds },
      );
      const growing = requests.filter(({ grows }) => grows).length;
      const slow = requests.filter(isSlow).length;
      return {
        ...figures,
        growing,
        slow,
        growth: growthTable(requests),
        explain: await explain(databases[1]),
        orders: largest,
      };
    } finally {
      for (const server of servers) await server.stop();
    }
  },
};
