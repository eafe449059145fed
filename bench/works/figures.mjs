// Figures about the business: the dashboard, and 36 months, at two sizes; against a plain indexed read of 50 orders with the same
// connection. The first size is a hundredth of the second.
import { entities } from '../../dist/entities/index.js';
import { system } from '../../dist/services/access/actor.js';
import { dashboard, monthlyStats } from '../../dist/services/insights/index.js';
import { openOrm } from '../../dist/services/platform/orm/orm.js';
import { figuresAt } from '../dataset/span.mjs';
import { cpuOf } from '../lib/processes.mjs';
import { median, quantile } from '../lib/stats.mjs';

const months = 36;
const times = 100;

/** Milliseconds of processor, of this process (where SQLite works, too) and of a database of its own: others do not lengthen them. */
const cpuOfBoth = ({ pid }) => cpuOf(process.pid) + (pid === undefined ? 0 : cpuOf(pid));

async function turns(database, count, work) {
  const took = [];
  for (let n = 0; n < count; n += 1) {
    const before = cpuOfBoth(database);
    await work();
    took.push(cpuOfBoth(database) - before);
  }
  return took;
}

async function measure(database, { rounds, requests }) {
  const orm = await openOrm(
    database.engine === 'sqlite' ? { file: database.file } : { url: database.url, file: database.file },
    [...entities],
  );
  try {
    const db = orm.em.fork().getKysely({ type: 'read' });
    const ctx = { db, now: figuresAt, config: { TIME_ZONE: 'Europe/Paris' }, actor: system };
    const works = {
      read: () => db.selectFrom('customer_order').selectAll().orderBy('created_at', 'desc').limit(50).execute(),
      dashboard: () => dashboard(ctx),
      monthlyStats: () => monthlyStats(ctx, { months }),
    };
    const took = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
    for (const work of Object.values(works)) await turns(database, 3, work);
    for (let round = 0; round < rounds; round += 1)
      for (const [name, work] of Object.entries(works)) took[name].push(...(await turns(database, requests, work)));
    return took;
  } finally {
    await orm.close(true);
  }
}

/** The work for one figure: `ratio` is against the read, `growth` against itself at a hundredth of the rows. */
const workOf = (name, title, atMost) => ({
  name,
  title,
  targets: { times: { atMost }, grown: { atMost: 3 } },
  async run({ opened }, { largest }) {
    const sizeOf = (orders) => ({ orders, customers: Math.ceil(orders / 4), growth: true });
    const repeat = { rounds: 3, requests: 10 };
    const few = await measure(await opened.create(`${name}_few`, sizeOf(Math.ceil(largest / times))), repeat);
    const many = await measure(await opened.create(`${name}_many`, sizeOf(largest)), repeat);
    const figuresOf = (took) => ({ p50: median(took), p99: quantile(took, 0.99), cpu: median(took) });
    return {
      baseline: figuresOf(many.read),
      product: figuresOf(many[name]),
      times: median(many[name]) / median(many.read),
      grown: median(many[name]) / median(few[name]),
      orders: largest,
    };
  },
});

export const dashboardWork = workOf('dashboard', 'Dashboard, against a read of 50 rows', 40);
export const monthlyStatsWork = workOf('monthlyStats', '36 months of figures, against a read of 50 rows', 100);
