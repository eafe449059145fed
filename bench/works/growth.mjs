// How W1 grows: the same page at 2,000 orders and at many more, by turns; and what the databases do for it.
import { explain } from '../lib/explain.mjs';
import { compare } from '../lib/compare.mjs';
import { startProduct } from '../lib/servers.mjs';
import { once } from '../load/http-load.mjs';
import { pageBytes } from './w1.mjs';

const small = { customers: 2_000, orders: 2_000 };

async function fullPage(product) {
  const bytes = await pageBytes(product);
  const { data } = await once(product.port, bytes);
  if (data.orders.nodes.length !== 50) throw new Error('a page of 50 was expected');
  return bytes;
}

export const growth = {
  name: 'growth',
  title: 'W1 at many orders, against W1 at 2,000',
  targets: { cpuRatio: { atMost: 1.25 } },
  async run(place, { largest, rounds, milliseconds }) {
    const few = await place.opened.create('few', small);
    const many =
      largest === 20_000 ? place.database : await place.opened.create('many', { customers: 2_000, orders: largest });
    const servers = [];
    try {
      for (const database of [few, many])
        servers.push(database === place.database ? place.product : await startProduct(database, { home: place.home }));
      const [baselineBytes, productBytes] = [await fullPage(servers[0]), await fullPage(servers[1])];
      // Here the "baseline" is the product itself on the small database.
      const figures = await compare(
        { baseline: servers[0], product: servers[1], database: place.database },
        { baselineBytes, productBytes, rounds, milliseconds },
      );
      return { ...figures, explain: await explain(many), orders: largest };
    } finally {
      for (const server of servers) if (server !== place.product) await server.stop();
    }
  },
};
