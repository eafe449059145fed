// An issued invoice made into its file: XML, layout, PDF/A-3 and seal, against pdfkit drawing the same page into a plain file.
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { loadFaces, printable, runsOf } from '../../dist/services/adapters/pdf/fonts.js';
import { facturX } from '../../dist/services/billing/factur-x/attachment.js';
import { layOut, renderInvoice } from '../../dist/services/billing/invoice-pdf/render-invoice.js';
import { documentFromStore } from '../../dist/services/billing/stored-document.js';
import { newId } from '../../dist/services/kernel/ids.js';
import { jsonFrom } from '../../dist/services/platform/orm/values.js';
import { sealFile } from '../../dist/services/vault/index.js';
import { median, quantile } from '../lib/stats.mjs';
import { openShop } from '../product/shop.mjs';

/** The marks of a page, drawn with the same fonts, opened once for all documents as the product does. */
async function drawPlain(pages, faces, file) {
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, font: '' });
  const chunks = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const ended = once(document, 'end');
  const registered = new Set();
  for (const page of pages) {
    document.addPage();
    for (const mark of page) draw(document, mark, { faces, registered });
  }
  document.end();
  await ended;
  await writeFile(file, Buffer.concat(chunks));
}

function draw(document, mark, { faces, registered }) {
  if (mark.kind === 'rule')
    document
      .moveTo(mark.x, mark.y)
      .lineTo(mark.x + mark.width, mark.y)
      .lineWidth(mark.thickness)
      .stroke(mark.colour);
  else if (mark.kind === 'box')
    document.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.radius).fill(mark.colour);
  else if (mark.kind === 'shape') document.save().translate(mark.x, mark.y).path(mark.path).fill(mark.colour).restore();
  else write(document, mark, { faces, registered });
}

function write(document, { text, x, y, style }, { faces, registered }) {
  const [{ face }] = runsOf(printable(text), faces[style.font]);
  if (!registered.has(face)) {
    document.registerFont(face.name, face.open());
    registered.add(face);
  }
  document
    .font(face.name)
    .fontSize(style.size)
    .fillColor(style.colour)
    .text(text, x, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      ...(style.spacing === undefined ? {} : { characterSpacing: style.spacing }),
    });
}

async function* only(bytes) {
  yield bytes;
}

async function timed(count, work) {
  const took = [];
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return took;
}

export const print = {
  name: 'print',
  title: 'Print: XML, PDF and seal of an invoice; baseline: pdfkit, the same page, a plain file',
  // The database has no part in it.
  engines: ['sqlite'],
  targets: { ratio: { atLeast: 0.6 } },
  async run({ opened, home }, { rounds }) {
    const shop = await openShop(await opened.create('print', { customers: 5, orders: 5 }), home);
    try {
      const document = await anInvoice(shop);
      const { pdf, vault } = shop.app.services;
      const product = async () => {
        const bytes = await renderInvoice({ pdf }, document, facturX(document));
        await sealFile(vault, { fileId: newId(), versionId: newId(), source: only(bytes) });
      };
      const sheet = pdf.open({ title: 'banc', author: 'banc', language: 'fr-FR', createdAt: document.issuedAt });
      const pages = await layOut(document, (text, style) => sheet.measure(text, style));
      const faces = loadFaces();
      const baseline = () => drawPlain(pages, faces, join(home, 'plain.pdf'));
      const took = { baseline: [], product: [] };
      for (const work of [product, baseline]) await timed(10, work);
      for (let round = 0; round < rounds; round += 1) {
        took.baseline.push(...(await timed(10, baseline)));
        took.product.push(...(await timed(10, product)));
      }
      const figuresOf = (some) => ({
        p50: median(some),
        p99: quantile(some, 0.99),
        cpu: NaN,
        perSecond: 1_000 / median(some),
      });
      const figures = { baseline: figuresOf(took.baseline), product: figuresOf(took.product) };
      return { ...figures, ratio: figures.product.perSecond / figures.baseline.perSecond };
    } finally {
      await shop.close();
    }
  },
};

/** Bought, paid and issued like any other. */
async function anInvoice(shop) {
  const [{ sessionId }] = await shop.openPages(1);
  await shop.deliver(await shop.checkout.pay(sessionId));
  await shop.process();
  const row = await shop
    .contextNow()
    .db.selectFrom('invoice')
    .select('document')
    .where('series', 'like', 'FACT-%')
    .executeTakeFirstOrThrow();
  return documentFromStore(jsonFrom(row.document));
}
