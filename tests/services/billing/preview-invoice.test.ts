/** The preview of a draft: what would be issued, marked on every page, without a number and without a trace. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pdfkitPdf } from '../../../src/services/adapters/pdf/pdfkit.ts';
import { previewInvoice } from '../../../src/services/billing/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { createDraftWorld, line, type DraftWorld } from './drafts-fixture.ts';
import { inspect, isInstalled, textOf } from './pdf-tools.ts';

let world: DraftWorld;
beforeAll(async () => {
  world = await createDraftWorld();
});
afterAll(() => world.close());

test('shows lines, deposits and totals with « BROUILLON » on every page, and takes no number', async () => {
  const buyerId = await world.business('FRENCH_BUSINESS');
  const deposit = await world.issue({ buyerId, kind: 'DEPOSIT', lines: [line('100')] });
  const { id: draftId } = await world.draft({
    buyerId,
    subject: { type: 'INVOICE', id: deposit.id },
    lines: Array.from({ length: 60 }, (_, i) => line('10', { description: `Chapitre ${i + 1} : relecture` })),
  });
  const before = await world.db.selectFrom('invoice_counter').selectAll().execute();
  const context = { ...world.around(), pdf: pdfkitPdf() };
  const { content, mimeType } = await previewInvoice(context, { draftId });
  expect(mimeType).toBe('application/pdf');
  const file = Buffer.from(content, 'base64');
  expect(await world.db.selectFrom('invoice_counter').selectAll().execute()).toEqual(before);
  expect(await world.db.selectFrom('stored_file').select('id').execute()).toEqual([]);
  if (!isInstalled('pdftotext') || !isInstalled('qpdf')) return;
  expect(inspect('qpdf', file, (path) => ['--check', path])).toContain('No syntax or stream encoding errors');
  const pages = textOf(file).split('\f').slice(0, -1);
  expect(pages.length).toBeGreaterThan(1);
  const words = (page: string) => inspect('pdftotext', file, (path) => ['-raw', '-f', page, '-l', page, path, '-']);
  for (const [i] of pages.entries()) expect(words(String(i + 1)).replace(/\s/g, '')).toContain('BROUILLON');
  const text = pages.join('\n');
  expect(text).toContain(`Acompte déduit : facture ${deposit.number}`);
  expect(text).toContain('600,00 €');
  expect(text).not.toMatch(/N°\s*FACT/);
  await expect(previewInvoice(context, { draftId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
