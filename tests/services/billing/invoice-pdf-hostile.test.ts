import { describe, expect, test } from '@jest/globals';
import { pdfkitPdf } from '../../../src/services/adapters/pdf/pdfkit.ts';
import type { InvoiceDocument } from '../../../src/services/billing/invoice-document.ts';
import { layOut, renderInvoice } from '../../../src/services/billing/invoice-pdf/render-invoice.ts';
import { A4 } from '../../../src/services/adapters/pdf/port.ts';
import { money } from '../../../src/services/kernel/money.ts';
import { franchiseInvoice, line, seller, standardInvoice } from './invoice-samples.ts';
import { inClear, inspect, isInstalled, isWellFormed, textOf, xmpOf } from './pdf-tools.ts';

const pdf = pdfkitPdf();
const print = (document: InvoiceDocument): Promise<Buffer> => renderInvoice({ pdf }, document);
const named = (name: string): InvoiceDocument =>
  franchiseInvoice({ buyer: { ...franchiseInvoice().buyer, name }, notes: [name], seller: { ...seller, name } });

/** What pdftotext marks right-to-left words with. */
const withoutDirectionMarks = (text: string): string => text.replace(/[\u200e\u200f\u202a-\u202e]/g, '');

describe('names meant to break the document', () => {
  test.each([
    ['O(Neil', 'O(Neil'],
    ['a)b', 'a)b'],
    ['C:\\temp\\', 'C:\\temp\\'],
    ['(((\\)))', '(((\\)))'],
    ['Dupont & Fils', 'Dupont & Fils'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['/JavaScript /OpenAction', '/JavaScript /OpenAction'],
    ['endstream endobj', 'endstream endobj'],
    ['%PDF-1.7 %%EOF', '%PDF-1.7 %%EOF'],
    ['{{name}} ${x}', '{{name}} ${x}'],
    ['Zoë 😀🎉', 'Zoë 😀🎉'],
    ['שלום', 'שלום'],
    ['Œuvre ﬁn', 'Œuvre'],
    ['e\u0301te\u0301', 'été'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['a\u0000b\tc', 'a b c'],
    ['lone \ud83d end', 'end'],
    ['日本語の本', '日本語の本'],
    ['红楼梦', '红楼梦'],
    ['한국어', '한국어'],
    ['ไทย', '□□□'],
    ['https://evil.example/x', 'https://evil.example/x'],
  ])('%j is printed as it is', async (name, read) => {
    const file = await print(named(name));
    if (isInstalled('xmllint')) expect(isWellFormed(xmpOf(file))).toBe(true);
    if (isInstalled('pdftotext')) expect(withoutDirectionMarks(textOf(file))).toContain(read);
    if (!isInstalled('qpdf') || !isInstalled('pdffonts')) return;
    expect(inspect('qpdf', file, (path) => ['--check', path])).toContain('No syntax or stream encoding errors');
    // Inside the XMP and the title a name is a string; as an object of the file it would be a way in.
    expect(inClear(file).replace(/\((?:\\.|[^\\()])*\)|<x:xmpmeta[^]*<\/x:xmpmeta>/g, '')).not.toMatch(
      /\/(JavaScript|JS|OpenAction|URI|Launch)\b/,
    );
    for (const font of inspect('pdffonts', file, (path) => [path])
      .split('\n')
      .slice(2, -1))
      expect(font).toMatch(/yes yes yes/);
  });

  /** `STORM=full`: ten thousand of every kind. */
  const share = process.env['STORM'] === 'full' ? 1 : 0.1;
  test('every field at once holds ten thousand characters, in words or in one word', async () => {
    for (const long of [
      'mot '.repeat(2_560 * share),
      'x'.repeat(10_240 * share),
      '\\()&<'.repeat(2_048 * share),
      '😀'.repeat(2_560 * share),
    ]) {
      const plain = standardInvoice();
      const file = await print({
        ...plain,
        number: long,
        notes: [long],
        legalMentions: [long],
        vatNote: long,
        buyer: { ...plain.buyer, name: long, address: [long, long], email: long, siren: long, purchaseOrder: long },
        seller: {
          ...plain.seller,
          name: long,
          legalForm: long,
          address: [long],
          email: long,
          iban: long,
          register: long,
        },
        lines: [line(long, 1, 100, 2000, long), line('Fin', 1, 100, 2000)],
        payments: [{ paidAt: plain.issuedAt, method: 'OTHER', amount: money(1) }],
      });
      if (isInstalled('qpdf'))
        expect(inspect('qpdf', file, (path) => ['--check', path])).toContain('No syntax or stream encoding errors');
    }
  });

  test('a description of ten thousand characters is printed whole, over as many pages as it takes', async () => {
    if (!isInstalled('pdftotext')) return;
    const words = Array.from({ length: 1_500 }, (_, i) => `mot${i}`);
    const read = textOf(await print(franchiseInvoice({ lines: [line(words.join(' '), 1, 100)] })));
    for (const word of words) expect(read).toMatch(new RegExp(`\\b${word}\\b`));
    const letters =
      textOf(await print(franchiseInvoice({ lines: [line('z'.repeat(10_240), 1, 100)] })))
        .match(/z{5,}/g)
        ?.join('') ?? '';
    expect(letters).toHaveLength(10_240);
  });
});

describe('nothing leaves the margins', () => {
  test.each([
    ['ordinary', franchiseInvoice()],
    ['two rates', standardInvoice()],
    ['huge amounts', standardInvoice({ lines: [line('x', 999_999, 99_999_999, 2000, 'kilomètres parcourus')] })],
    [
      'long names',
      standardInvoice({ number: 'F'.repeat(300), seller: { ...seller, name: 'W'.repeat(400), vatRegime: 'STANDARD' } }),
    ],
  ])('%s', async (_name, document) => {
    const sheet = await pdf.open({ title: '', author: '', language: 'fr-FR', createdAt: document.issuedAt });
    for (const page of await layOut(document, (text, style) => sheet.measure(text, style))) {
      for (const mark of page) {
        expect(mark.x).toBeGreaterThanOrEqual(50 - 0.01);
        expect(mark.y).toBeGreaterThanOrEqual(50 - 0.01);
        expect(mark.y).toBeLessThanOrEqual(A4.height - 50);
        if (mark.kind === 'text')
          expect(mark.x + sheet.measure(mark.text, mark.style)).toBeLessThanOrEqual(A4.width - 50 + 0.5);
        if (mark.kind === 'box' || mark.kind === 'rule')
          expect(mark.x + mark.width).toBeLessThanOrEqual(A4.width - 50 + 0.01);
      }
    }
  });
});
