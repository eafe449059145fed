import { describe, expect, test } from '@jest/globals';
import { pdfkitPdf } from '../../../src/services/adapters/pdf/pdfkit.ts';
import type { PdfAttachment } from '../../../src/services/adapters/pdf/port.ts';
import type { InvoiceDocument } from '../../../src/services/billing/invoice-document.ts';
import { renderInvoice } from '../../../src/services/billing/invoice-pdf/render-invoice.ts';
import { asUnitPrice } from '../../../src/services/kernel/unit-price.ts';
import { money } from '../../../src/services/kernel/money.ts';
import { company, creditNote, franchiseInvoice, line, longInvoice, standardInvoice } from './invoice-samples.ts';
import { attachedTo, inClear, inspect, isInstalled, isWellFormed, textOf, xmpOf } from './pdf-tools.ts';

const pdf = pdfkitPdf();
const print = (document: InvoiceDocument, attachment?: PdfAttachment): Promise<Buffer> =>
  renderInvoice({ pdf }, document, attachment);
const pagesOf = (file: Buffer): string[] => textOf(file).split('\f').slice(0, -1);

describe('as a PDF/A-3b', () => {
  test('every kind of invoice is sound, with its fonts and its colours inside', async () => {
    if (!isInstalled('qpdf') || !isInstalled('pdffonts')) return;
    for (const document of [
      franchiseInvoice(),
      standardInvoice(),
      creditNote(),
      longInvoice(),
      standardInvoice({ locale: 'en' }),
    ]) {
      const file = await print(document);
      expect(file.subarray(0, 8).toString()).toBe('%PDF-1.7');
      expect(inspect('qpdf', file, (path) => ['--check', path])).toContain('No syntax or stream encoding errors');
      const fonts = inspect('pdffonts', file, (path) => [path])
        .split('\n')
        .slice(2, -1);
      expect(fonts.length).toBeGreaterThanOrEqual(2);
      for (const font of fonts) expect(font).toMatch(/TrueType +Identity-H +yes yes yes/);
      const clear = inClear(file);
      expect(clear).toMatch(/\/OutputIntents \[/);
      expect(clear).toContain('GTS_PDFA1');
      expect(clear).toMatch(/\/MediaBox \[\s*0\s+0\s+595\.28\s+841\.89\s*\]/);
      expect(clear).not.toMatch(/\/(JavaScript|OpenAction|URI|Encrypt|SMask|AA)\b/);
    }
  });

  test('its metadata says part 3, level B, in well-formed XML, even for « & Fils »', async () => {
    const xmp = xmpOf(
      await print(standardInvoice({ seller: { ...company, name: 'A & B <script> \u0000 \ud800 ]]> Fils' } })),
    );
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(xmp).toContain('Facture FACT-2026-000002');
    expect(xmp).toContain('A et B');
    expect(xmp).toContain('2026-11-20T15:04:05Z');
    if (isInstalled('xmllint')) expect(isWellFormed(xmp)).toBe(true);
  });

  test('the document states its language', async () => {
    expect((await print(franchiseInvoice())).toString('latin1')).toContain('/Lang (fr-FR)');
    expect((await print(franchiseInvoice({ locale: 'en' }))).toString('latin1')).toContain('/Lang (en-GB)');
  });

  test('a file can be carried inside, byte for byte', async () => {
    const attachment: PdfAttachment = {
      name: 'facture.xml',
      mimeType: 'text/xml',
      relationship: 'Alternative',
      content: Buffer.from('<?xml version="1.0"?><facture>é</facture>'),
      metadata: '<rdf:Description rdf:about="" xmlns:t="urn:test"><t:level>BASIC</t:level></rdf:Description>',
    };
    const file = await print(standardInvoice(), attachment);
    expect(xmpOf(file)).toContain('<t:level>BASIC</t:level>');
    expect(await print(standardInvoice(), attachment)).toEqual(file);
    if (!isInstalled('qpdf') || !isInstalled('pdfdetach')) return;
    const clear = inClear(file);
    expect(clear).toContain('/AFRelationship /Alternative');
    expect(clear).toMatch(/\/Subtype \/text#2fxml/i);
    const listed = inspect('pdfdetach', file, (path) => ['-list', path]);
    expect(listed).toContain('1: facture.xml');
    expect(attachedTo(file)).toEqual(attachment.content);
  });
});

describe('the same bytes', () => {
  test('come from the same document, whatever was printed before or meanwhile', async () => {
    const first = await print(franchiseInvoice());
    const odd = franchiseInvoice({ notes: ['ﬁn ﬃ \u00a0 \u2126 Ω fi ffi − - ‐ \u202f'] });
    await print(odd);
    await Promise.all([print(odd), print(longInvoice())]);
    expect((await print(franchiseInvoice())).equals(first)).toBe(true);
    const [one, two] = await Promise.all([print(longInvoice()), print(longInvoice())]);
    expect(one.equals(two)).toBe(true);
    expect((await renderInvoice({ pdf: pdfkitPdf() }, longInvoice())).equals(one)).toBe(true);
  });

  test('change when the document does', async () => {
    expect(
      (await print(franchiseInvoice())).equals(await print(franchiseInvoice({ number: 'FACT-2026-000009' }))),
    ).toBe(false);
  });
});

describe('what a person reads', () => {
  test('a consumer’s invoice under the franchise, paid', async () => {
    if (!isInstalled('pdftotext')) return;
    const text = textOf(await print(franchiseInvoice()));
    for (const words of [
      'FACTURE',
      'N° FACT-2026-000001',
      'Facturé à',
      'Hélène Noël-Lefèvre',
      'Entrepreneur individuel (EI)',
      'SIRET 732 829 320 00074',
      '20 novembre 2026',
      'Description',
      'Qté',
      'PU HT',
      'Montant HT',
      '120 pages',
      '2,00 €',
      '240,00 €',
      'Total HT',
      '590,00 €',
      'TVA non applicable, art. 293 B du CGI',
      'Payée le 20 novembre 2026 par carte bancaire',
      'Reste à payer',
      '0,00 €',
      'prestation de services',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/1 ?\/ ?1\s*$/);
    expect(text).not.toMatch(/TVA \d|TTC|pénalités|IBAN/);
  });

  test('what was taken off a line is printed under it, and a way to pay that has no name is not', async () => {
    if (!isInstalled('pdftotext')) return;
    const [plain] = standardInvoice().lines;
    const lines = plain === undefined ? [] : [{ ...plain, discount: money(4_800) }, plain];
    expect(textOf(await print(standardInvoice({ lines }))).match(/Remise\s*: 48,00 €/g)).toHaveLength(1);
    const payments = [{ paidAt: new Date('2026-11-20T15:03:00Z'), method: 'OTHER' as const, amount: money(59_000) }];
    expect(textOf(await print(franchiseInvoice({ payments })))).toMatch(/Payée le 20 novembre 2026(?! par)/);
  });

  test('a company’s invoice at two rates, to be paid', async () => {
    if (!isInstalled('pdftotext')) return;
    const seller = { ...company, bic: 'AGRIFRPP' };
    const text = textOf(await print(standardInvoice({ seller })));
    for (const words of [
      'SIREN 552 100 554',
      'N° TVA FR44732829320',
      '1 450,00 €',
      '20 %',
      '5,5 %',
      'TVA 20 % sur 1 930,00 €',
      '386,00 €',
      'TVA 5,5 % sur 297,50 €',
      '16,36 €',
      'Total TTC',
      '2 629,86 €',
      'Net à payer',
      'À régler au plus tard le 20 décembre 2026',
      'IBAN FR76 3000 6000 0112 3456 7890 189',
      'BIC AGRIFRPP',
      '40 €',
      'pénalités',
      'Merci de votre confiance.',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/293 B|Payée/);
  });

  test('a credit note names the invoice it corrects', async () => {
    if (!isInstalled('pdftotext')) return;
    const text = textOf(await print(creditNote()));
    for (const words of [
      'AVOIR',
      'Facture d’origine',
      'FACT-2026-000002',
      'Montant de l’avoir',
      '96,00 €',
      'Remboursé 96,00 € le 24 novembre 2026',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/À régler|Échéance|pénalités|Reste/);
  });

  test('a final invoice deducts its deposit, and a payment in part leaves the rest', async () => {
    if (!isInstalled('pdftotext')) return;
    const { totals } = standardInvoice();
    const paid = { paidAt: new Date('2026-11-25T10:00:00Z'), method: 'TRANSFER' as const, amount: money(62_986) };
    const text = textOf(
      await print(
        standardInvoice({ totals: { ...totals, deposits: money(100_000), due: money(162_986) }, payments: [paid] }),
      ),
    );
    for (const words of [
      'Acomptes déjà facturés',
      '−1 000,00 €',
      'Déjà réglé',
      '−629,86 €',
      'Reçu 629,86 € le 25 novembre 2026 par virement',
      'Reste à payer',
      '1 000,00 €',
      'IBAN',
    ])
      expect(text).toContain(words);
    expect(textOf(await print(standardInvoice({ kind: 'DEPOSIT' })))).toContain('FACTURE D’ACOMPTE');
  });

  test('in English, and in francs without decimals', async () => {
    if (!isInstalled('pdftotext')) return;
    const english = textOf(await print(standardInvoice({ locale: 'en' })));
    for (const words of [
      'INVOICE',
      'No. FACT-2026-000002',
      'Billed to',
      '€1,450.00',
      'VAT 20% on €1,930.00',
      'Amount due',
      '20 December 2026',
    ])
      expect(english).toContain(words);
    const franc = (amount: number) => money(amount, 'XOF');
    const row = {
      ...line('Relecture', 3, 0),
      unitPrice: asUnitPrice(franc(45_000)),
      net: franc(135_000),
      tax: franc(0),
      gross: franc(135_000),
    };
    const totals = { net: franc(135_000), tax: franc(0), gross: franc(135_000), due: franc(135_000), taxes: [] };
    expect(textOf(await print(franchiseInvoice({ currency: 'XOF', lines: [row], totals, payments: [] })))).toContain(
      '135 000 F CFA',
    );
    const taxed = { ...row, category: 'S' as const, rate: 2_000, tax: franc(27_000), gross: franc(162_000) };
    const taxes = [{ category: 'S' as const, rate: 2_000, net: franc(135_000), tax: franc(27_000) }];
    const sums = { net: taxed.net, tax: taxed.tax, gross: taxed.gross, due: taxed.gross, taxes };
    const french = textOf(
      await print(
        standardInvoice({
          currency: 'XOF',
          lines: [taxed],
          totals: { ...sums, taxInEuros: money(4_116) },
          payments: [],
        }),
      ),
    );
    for (const words of [
      'TVA 20 % sur 135 000 F CFA',
      '27 000 F CFA',
      'Dont TVA, en euros',
      '41,16 €',
      '162 000 F CFA',
    ])
      expect(french).toContain(words);
  });
});

describe('over several pages', () => {
  test('sixty lines: each stands once, under a repeated heading, with its page number', async () => {
    if (!isInstalled('pdftotext')) return;
    const pages = pagesOf(await print(longInvoice()));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, i) => {
      expect(page).toMatch(new RegExp(`${i + 1} ?/ ?${pages.length}\\s*$`));
      expect(page).toMatch(/Description +Qté +PU HT +TVA +Montant HT/);
      if (i > 0) expect(page).toContain('FACTURE N° FACT-2026-000003 (suite)');
    });
    const whole = pages.join('\n');
    for (let i = 1; i <= 60; i += 1) expect(whole.match(new RegExp(`Chapitre ${i} :`, 'g'))).toHaveLength(1);
    expect(pages.at(-1)).toMatch(/Chapitre 60[^]*Net à payer[^]*pénalités/);
    expect(whole.match(/Net à payer/g)).toHaveLength(1);
  });

  test('whatever the number of lines, the totals never stand without a line above them', async () => {
    if (!isInstalled('pdftotext')) return;
    for (let count = 8; count <= 22; count += 2) {
      const last = pagesOf(
        await print(
          longInvoice({ lines: Array.from({ length: count }, (_, i) => line(`Ligne ${i + 1}`, 1, 100, 2000)) }),
        ),
      ).at(-1);
      expect(last).toContain(`Ligne ${count} `);
      expect(last).toContain('Net à payer');
    }
  });
});
