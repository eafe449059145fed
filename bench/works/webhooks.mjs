// A signed event to a paid order with its invoice, committed: the product receives it and its job processes it; by hand the
// signature is checked and the same rows are written in one transaction.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { copyingRows } from '../baseline/copied-rows.mjs';
import { intentOf } from '../../dist/services/adapters/payments/sandbox/sandbox-refunds.js';
import { median, quantile } from '../lib/stats.mjs';
import { openShop } from '../product/shop.mjs';

const secret = 'whsec_by_hand';
const signedBytes = (at, body) => createHmac('sha256', secret).update(`${at}.${body}`).digest();

/** What a careful programmer checks of an event. */
function isSigned({ at, body, mac }) {
  return timingSafeEqual(signedBytes(at, body), mac) && JSON.parse(body).type === 'checkout.session.completed';
}

async function timed(items, work) {
  const begun = performance.now();
  await work(items);
  return performance.now() - begun;
}

export const webhooks = {
  name: 'webhooks',
  title: 'Webhooks: a signed event to a paid order with its invoice',
  targets: { ratio: { atLeast: 0.35 } },
  async run({ opened, home }, { rounds }) {
    const each = 20;
    const total = each * (rounds + 1);
    const size = { customers: 5, orders: 5 };
    const product = await openShop(await opened.create('webhooks', size), home);
    const floorDatabase = await opened.create('webhooks_floor', size);
    const shop = await openShop(floorDatabase, home);
    let floor;
    try {
      const [pages, byHand] = [await product.openPages(total), await shop.openPages(total + 2)];
      const events = [];
      for (const { sessionId } of pages) events.push(await product.checkout.pay(sessionId));
      const byProduct = async (some) => {
        await Promise.all(some.map((event) => product.deliver(event)));
        await product.process();
      };
      // One through the product first: what it writes once only (a counter, a series) is there then.
      const [warm, model, ...rest] = byHand;
      const throughProduct = async ({ sessionId }) => {
        await shop.deliver(await shop.checkout.pay(sessionId));
        await shop.process();
      };
      await throughProduct(warm);
      floor = await copyingRows(floorDatabase, () => throughProduct(model));
      const signed = rest.map((page) => {
        const at = Math.floor(Date.now() / 1_000);
        const body = JSON.stringify({ type: 'checkout.session.completed', data: { object: { id: page.sessionId } } });
        return {
          ids: {
            [model.paymentId]: page.paymentId,
            [model.orderId]: page.orderId,
            [model.sessionId]: page.sessionId,
            [intentOf(model.sessionId)]: intentOf(page.sessionId),
          },
          at,
          body,
          mac: signedBytes(at, body),
        };
      });
      const onFloor = async (some) => {
        for (const event of some) {
          if (!isSigned(event)) throw new Error('bad signature');
          await floor.write(event.ids);
        }
      };
      await byProduct(events.splice(0, each));
      await onFloor(signed.splice(0, each));
      const [baseline, measured] = [[], []];
      for (let round = 0; round < rounds; round += 1) {
        baseline.push((await timed(signed.splice(0, each), onFloor)) / each);
        measured.push((await timed(events.splice(0, each), byProduct)) / each);
      }
      await paidOnes(product, total);
      const figuresOf = (took) => ({
        p50: median(took),
        p99: quantile(took, 0.99),
        cpu: NaN,
        perSecond: 1_000 / median(took),
      });
      const figures = { baseline: figuresOf(baseline), product: figuresOf(measured) };
      return { ...figures, ratio: figures.product.perSecond / figures.baseline.perSecond, rows: floor.count };
    } finally {
      await floor?.close();
      await shop.close();
      await product.close();
    }
  },
};

/** Every payment is paid and every invoice issued, or nothing was measured. */
async function paidOnes({ contextNow }, total) {
  const { db } = contextNow();
  const countOf = async (query) => Number((await query.select(({ fn }) => fn.countAll().as('n')).executeTakeFirst()).n);
  const paid = await countOf(db.selectFrom('payment').where('status', '=', 'PAID'));
  const issued = await countOf(db.selectFrom('invoice').where('series', 'like', 'FACT-%'));
  if (paid !== total || issued !== total) throw new Error(`${paid} paid and ${issued} invoices of ${total}`);
}
