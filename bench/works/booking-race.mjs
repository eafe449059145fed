// Two hundred on one time at once: by hand the bare inserts of its five minutes, which their key refuses but for one.
import { createPool } from 'mysql2/promise';
import { DatabaseSync } from 'node:sqlite';
import { randomUUIDv7 } from 'node:crypto';
import { median, quantile } from '../lib/stats.mjs';
import { openPractice } from '../product/practice.mjs';
import { openShop } from '../product/shop.mjs';

const customers = 200;
const hour = 12;
const values = Array.from({ length: hour }, () => '(?, ?, ?)').join(', ');
const insert = `insert into quantum (artisan_id, q, occupancy_id) values ${values}`;

/** `attempt(artisan, q)`: whether the quanta were free, in a transaction of its own. */
function openFloor(database) {
  const cells = (artisan, q) => {
    const occupancy = randomUUIDv7();
    return Array.from({ length: hour }, (_, n) => [artisan, q + n, occupancy]).flat();
  };
  if (database.engine === 'sqlite') {
    const db = new DatabaseSync(database.file, { timeout: 5_000 });
    db.exec('pragma journal_mode = wal; pragma synchronous = full');
    const statement = db.prepare(insert);
    const attempt = async (artisan, q) => {
      try {
        statement.run(...cells(artisan, q));
        return true;
      } catch (error) {
        if (error.errcode === 1555) return false;
        throw error;
      }
    };
    return { attempt, close: async () => db.close() };
  }
  const pool = createPool({ uri: database.url, connectionLimit: 20 });
  const attempt = async (artisan, q) => {
    for (;;)
      try {
        await pool.execute(insert, cells(artisan, q));
        return true;
      } catch (error) {
        if (error.errno === 1062) return false;
        if (error.errno !== 1213) throw error;
      }
  };
  return { attempt, close: () => pool.end() };
}

/** Milliseconds until all are answered. Exactly one has the time, or it is no race. */
async function race(attempt) {
  const begun = performance.now();
  const all = await Promise.all(Array.from({ length: customers }, (_, n) => attempt(n)));
  const took = performance.now() - begun;
  const had = all.filter(Boolean).length;
  if (had !== 1) throw new Error(`${had} of ${customers} have one time`);
  return took;
}

const refused = (error) => {
  if (error.code !== 'SLOT_UNAVAILABLE') throw error;
  return false;
};

const figuresOf = (took) => ({ p50: median(took), p99: quantile(took, 0.99), cpu: NaN, perSecond: NaN });

export const bookingRaceWork = {
  name: 'booking-race',
  title: 'Booking: 200 on one time at once',
  targets: { times: { atMost: 5 } },
  async run({ opened, home }, { rounds }) {
    const shop = await openShop(await opened.create('booking_race', { customers: 10, orders: 5 }), home);
    const floor = openFloor(await opened.create('booking_race_floor', { customers: 10, orders: 5 }));
    try {
      const { book } = await openPractice(shop);
      const artisan = randomUUIDv7();
      const took = { baseline: [], product: [] };
      for (let round = 0; round <= rounds; round += 1) {
        const byHand = await race(() => floor.attempt(artisan, round * 100));
        const byProduct = await race((n) => book(round, round * customers + n).then(() => true, refused));
        // The first warms up.
        if (round === 0) continue;
        took.baseline.push(byHand);
        took.product.push(byProduct);
      }
      const figures = { baseline: figuresOf(took.baseline), product: figuresOf(took.product) };
      return { ...figures, times: figures.product.p50 / figures.baseline.p50 };
    } finally {
      await floor.close();
      await shop.close();
    }
  },
};
