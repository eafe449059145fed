// A draft to its numbered invoice, committed: the product composes, checks and issues it; by hand the same rows are written in one
// transaction.
import { copyingRows } from '../baseline/copied-rows.mjs';
import { createInvoiceDraft, issueDraft } from '../../dist/services/billing/index.js';
import { customerId } from '../dataset/generate.mjs';
import { median, quantile } from '../lib/stats.mjs';
import { openShop } from '../product/shop.mjs';

const each = 20;
/** As many drafts one author may have open. */
const draftsPerAuthor = 50;
const lines = [
  { description: 'Correction Standard', quantityThousandths: 240_000, unit: 'pages', unitPrice: '2' },
  { description: 'Relecture', quantityThousandths: 1_500, unit: 'h', unitPrice: '80', discount: { basisPoints: 500 } },
];

/** Drafts, each with the ids of its lines. */
async function writeDrafts(shop, count) {
  const drafts = [];
  for (let i = 0; i < count; i += 1) {
    const author = { kind: 'PERSON', userId: customerId(Math.floor(i / draftsPerAuthor)), role: 'ADMIN' };
    const context = shop.contextNow({ ...shop.system, ...author });
    const content = { buyerId: customerId(0), currency: 'EUR', lines };
    const { id, version } = await createInvoiceDraft(context, content);
    const found = await context.db
      .selectFrom('invoice_draft_line')
      .select('id')
      .where('draft_id', '=', id)
      .orderBy('position')
      .execute();
    drafts.push({ draftId: id, version, lineIds: found.map((line) => line.id) });
  }
  return drafts;
}

async function timed(items, work) {
  const begun = performance.now();
  await work(items);
  return (performance.now() - begun) / items.length;
}

const figuresOf = (took) => ({
  p50: median(took),
  p99: quantile(took, 0.99),
  cpu: NaN,
  perSecond: 1_000 / median(took),
});

export const issue = {
  name: 'issue',
  title: 'Issue: a draft to its numbered invoice',
  targets: { ratio: { atLeast: 0.4 } },
  async run({ opened, home }, { rounds }) {
    const total = each * (rounds + 1);
    const size = { customers: Math.ceil((total + 2) / draftsPerAuthor), orders: 5 };
    const product = await openShop(await opened.create('issue', size), home);
    const floorDatabase = await opened.create('issue_floor', size);
    const shop = await openShop(floorDatabase, home);
    let floor;
    try {
      const drafts = await writeDrafts(product, total);
      const [warm, model, ...byHand] = await writeDrafts(shop, total + 2);
      const issueOn = (place, { draftId, version }) => issueDraft(place.contextNow(), { draftId, version });
      // One through the product first: what it writes once only (a counter, a series) is there then.
      await issueOn(shop, warm);
      floor = await copyingRows(floorDatabase, () => issueOn(shop, model));
      const idsOf = ({ draftId, lineIds }) =>
        Object.fromEntries([[model.draftId, draftId], ...model.lineIds.map((lineId, i) => [lineId, lineIds[i]])]);
      const onFloor = async (some) => {
        for (const draft of some) await floor.write(idsOf(draft));
      };
      const byProduct = (some) => Promise.all(some.map((draft) => issueOn(product, draft)));
      await byProduct(drafts.splice(0, each));
      await onFloor(byHand.splice(0, each));
      const took = { baseline: [], product: [] };
      for (let round = 0; round < rounds; round += 1) {
        took.baseline.push(await timed(byHand.splice(0, each), onFloor));
        took.product.push(await timed(drafts.splice(0, each), byProduct));
      }
      await allIssued(product, total);
      await allIssued(shop, total + 2);
      const figures = { baseline: figuresOf(took.baseline), product: figuresOf(took.product) };
      return { ...figures, ratio: figures.product.perSecond / figures.baseline.perSecond, rows: floor.count };
    } finally {
      await floor?.close();
      await shop.close();
      await product.close();
    }
  },
};

/** Every draft is gone and has its invoice, or nothing was measured. */
async function allIssued({ contextNow }, total) {
  const { db } = contextNow();
  const countOf = async (query) => Number((await query.select(({ fn }) => fn.countAll().as('n')).executeTakeFirst()).n);
  const issued = await countOf(db.selectFrom('invoice').where('draft_id', 'is not', null));
  const left = await countOf(db.selectFrom('invoice_draft'));
  if (issued !== total || left !== 0) throw new Error(`${issued} invoices of ${total}, ${left} drafts left`);
}
