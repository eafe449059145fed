// A free time to its confirmed booking, committed: the product checks, takes and writes it; by hand the same rows are written in one
// transaction.
import { copyingRows } from '../baseline/copied-rows.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { openPractice } from '../product/practice.mjs';
import { openShop } from '../product/shop.mjs';

const each = 20;

async function timed(count, work) {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / count;
}

const figuresOf = (took) => ({
  p50: median(took),
  p99: quantile(took, 0.99),
  cpu: NaN,
  perSecond: 1_000 / median(took),
});

export const bookingWork = {
  name: 'booking',
  title: 'Booking: a free time to its confirmed booking',
  targets: { ratio: { atLeast: 0.4 } },
  async run({ opened, home }, { rounds }) {
    const product = await openShop(await opened.create('booking', { customers: 10, orders: 5 }), home);
    const floorDatabase = await opened.create('booking_floor', { customers: 10, orders: 5 });
    const shop = await openShop(floorDatabase, home);
    let floor;
    try {
      const [practice, model] = [await openPractice(product), await openPractice(shop)];
      // One through the product first: what it writes once only (a stream) is there then.
      await model.book(0);
      floor = await copyingRows(floorDatabase, () => model.book(1));
      const onFloor = async () => {
        for (let n = 0; n < each; n += 1) await floor.write({});
      };
      let next = 0;
      const byProduct = async () => {
        await Promise.all(Array.from({ length: each }, (_, n) => practice.book(next + n)));
        next += each;
      };
      await byProduct();
      await onFloor();
      const took = { baseline: [], product: [] };
      for (let round = 0; round < rounds; round += 1) {
        took.baseline.push(await timed(each, onFloor));
        took.product.push(await timed(each, byProduct));
      }
      await allBooked(product, next);
      await allBooked(shop, 2 + each * (rounds + 1));
      const figures = { baseline: figuresOf(took.baseline), product: figuresOf(took.product) };
      return { ...figures, ratio: figures.product.perSecond / figures.baseline.perSecond, rows: floor.count };
    } finally {
      await floor?.close();
      await shop.close();
      await product.close();
    }
  },
};

/** Every booking is there with its hour, or nothing was measured. */
async function allBooked({ contextNow }, total) {
  const { db } = contextNow();
  const countOf = async (table) =>
    Number(
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirst()
      ).n,
    );
  const [bookings, quanta] = [await countOf('booking'), await countOf('quantum')];
  if (bookings !== total || quanta !== total * 12)
    throw new Error(`${bookings} bookings of ${total}, ${quanta} times five minutes`);
}
