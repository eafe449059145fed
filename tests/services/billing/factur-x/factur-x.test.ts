import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pdfkitPdf } from '../../../../src/services/adapters/pdf/pdfkit.ts';
import { documentFaults } from '../../../../src/services/billing/document-faults.ts';
import { facturX } from '../../../../src/services/billing/factur-x/attachment.ts';
import { crossIndustryInvoice } from '../../../../src/services/billing/factur-x/cross-industry-invoice.ts';
import { writtenFaults } from '../../../../src/services/billing/factur-x/written-faults.ts';
import type { InvoiceDocument } from '../../../../src/services/billing/invoice-document.ts';
import { renderInvoice } from '../../../../src/services/billing/invoice-pdf/render-invoice.ts';
import { documentFromStore, documentToStore } from '../../../../src/services/billing/stored-document.ts';
import { money } from '../../../../src/services/kernel/money.ts';
import { attachedTo, inClear, inspect, isInstalled, isWellFormed, xmpOf } from '../pdf-tools.ts';
import { company, publisher } from './parties.ts';
import { invoice, samples } from './samples.ts';
import { hasRules, validatorFaults } from './validators.ts';

const golden = (name: string): string => readFileSync(join(import.meta.dirname, 'goldens', `${name}.xml`), 'utf8');
const sample = (name: string): InvoiceDocument => samples[name]!;
const print = (document: InvoiceDocument): Promise<Buffer> =>
  renderInvoice({ pdf: pdfkitPdf() }, document, facturX(document));
const fromStore = (document: InvoiceDocument): InvoiceDocument =>
  documentFromStore(JSON.parse(JSON.stringify(documentToStore(document))));

if (!hasRules)
  test('the official validators are not on this machine', () =>
    console.log('skipped: the validators of e-invoices need ../shared/contracts/facturx'));

describe.each(Object.keys(samples))('%s', (name) => {
  test('is written as the golden, also from the stored document', () => {
    expect(crossIndustryInvoice(sample(name))).toBe(golden(name));
    expect(crossIndustryInvoice(fromStore(sample(name)))).toBe(golden(name));
  });

  test('is right to the cent', () => {
    expect(documentFaults(sample(name))).toEqual([]);
    expect(writtenFaults(golden(name), sample(name))).toEqual([]);
  });

  if (hasRules)
    test('is accepted by the four validators', () => {
      expect(validatorFaults(golden(name))).toEqual([]);
    });
});

const changed = (name: string, from: string | RegExp, to: string): string => {
  const xml = golden(name).replace(from, to);
  if (xml === golden(name)) throw new Error(`Nothing to change in ${name}: ${String(from)}`);
  return xml;
};

describe('a defect', () => {
  if (hasRules)
    test.each([
      ['no note of penalties', 'PMD', 'AAI', /BR-FR-05/],
      ['no SIREN of the seller', '<ram:ID schemeID="0002">732829320</ram:ID>', '', /BR-FR-10|XSD/],
      ['an unknown frame', '<ram:ID>S1</ram:ID>', '<ram:ID>Z1</ram:ID>', /BR-FR-08/],
      ['an unknown reason for no VAT', 'VATEX-FR-FRANCHISE', 'VATEX-FR-NOTHING', /VATEX|BR-CL-22/],
      ['a date due before the issue', '20261220', '20261101', /BR-FR-CO-07/],
      ['an unknown unit', 'unitCode="ZP"', 'unitCode="PAGES"', /BR-CL-23|unit/i],
    ])('%s: the validators refuse it', (_, from, to, rule) => {
      expect(validatorFaults(changed('franchise-business', from, to)).join('\n')).toMatch(rule);
    });

  if (hasRules)
    test('a credit note that corrects nothing: the validators refuse it', () => {
      const none = changed(
        'credit-note-partial',
        /<ram:InvoiceReferencedDocument>.*<\/ram:InvoiceReferencedDocument>/s,
        '',
      );
      expect(validatorFaults(none).join('\n')).toMatch(/BR-FR-CO-05/);
    });

  const right = sample('standard-business');

  test('a VAT a cent off: our check refuses it, and no validator would', () => {
    const xml = changed(
      'standard-business',
      /<ram:CalculatedAmount>376\.40<(.*)<ram:TaxTotalAmount currencyID="EUR">376\.40<(.*)<ram:GrandTotalAmount>2258\.40<(.*)<ram:DuePayableAmount>2258\.40</s,
      '<ram:CalculatedAmount>376.41<$1<ram:TaxTotalAmount currencyID="EUR">376.41<$2<ram:GrandTotalAmount>2258.41<$3<ram:DuePayableAmount>2258.41<',
    );
    if (hasRules) expect(validatorFaults(xml)).toEqual([]);
    expect(writtenFaults(xml, right)).toEqual(['taxes.0.tax', 'totals.tax', 'totals.gross', 'totals.due']);
    const { totals } = right;
    expect(documentFaults({ ...right, totals: { ...totals, tax: money(37_641) } })).toContain('totals.tax');
  });

  test.each([
    [
      'the sum of a line',
      '<ram:LineTotalAmount>432.00<',
      '<ram:LineTotalAmount>432.01<',
      ['lines.1.net', 'totals.lines'],
    ],
    ['a price', '<ram:ChargeAmount>2<', '<ram:ChargeAmount>2.0001<', ['lines.1.unitPrice']],
    ['a quantity', '>240<', '>241<', ['lines.1.quantity']],
    ['a discount', '<ram:ActualAmount>48.00<', '<ram:ActualAmount>48.01<', ['lines.1.discount']],
    [
      'a rate',
      /20\.00(?=<[^<]*<\/ram:ApplicableTradeTax>\s*<ram:SpecifiedTradePaymentTerms)/,
      '10.00',
      ['taxes.0.rate'],
    ],
    ['the amount due', '<ram:DuePayableAmount>2258.40<', '<ram:DuePayableAmount>2258.4<', []],
    ['what is due', '<ram:DuePayableAmount>2258.40<', '<ram:DuePayableAmount>0.00<', ['totals.due']],
    ['a figure finer than a cent', '<ram:DuePayableAmount>2258.40<', '<ram:DuePayableAmount>2258.400<', ['totals.due']],
  ])('%s off: our check says where', (_, from, to, faults) => {
    expect(writtenFaults(changed('standard-business', from, to), right)).toEqual(faults);
  });

  test('a deposit deducted twice: our check says which line', () => {
    const deposit = { number: 'FACT-2026-000011', issuedOn: '2026-10-02' };
    const once = { deposit, rate: 2_000, net: 10_000, tax: 2_000 };
    const rows = [{ description: 'Réécriture', quantity: 1_000, price: 14_500_000 }];
    expect(documentFaults(invoice({ rows, deducted: [once] }))).toEqual([]);
    expect(documentFaults(invoice({ rows, deducted: [once, once] }))).toEqual(['lines.2.deposit']);
  });
});

describe('inside the PDF', () => {
  test.each(['franchise-business', 'credit-note-partial', 'francs', 'sixty-lines'])(
    '%s carries its XML, byte for byte, as an alternative, and its metadata says so',
    async (name) => {
      const file = await print(sample(name));
      const xmp = xmpOf(file);
      expect(xmp).toContain('<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>');
      expect(xmp).toContain('<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>');
      expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
      if (isInstalled('xmllint')) expect(isWellFormed(xmp)).toBe(true);
      expect((await print(sample(name))).equals(file)).toBe(true);
      if (!isInstalled('qpdf') || !isInstalled('pdfdetach')) return;
      expect(inspect('qpdf', file, (path) => ['--check', path])).toContain('No syntax or stream encoding errors');
      expect(inClear(file)).toContain('/AFRelationship /Alternative');
      expect(inspect('pdfdetach', file, (path) => ['-list', path])).toContain('1: factur-x.xml');
      expect(attachedTo(file).toString()).toBe(golden(name));
    },
  );
});

const rows = [{ description: 'Réécriture', quantity: 1_000, price: 14_500_000 }];

test('names with signs of XML, control characters, emoji and right-to-left text are written whole, and stay valid', () => {
  const name = 'A & B <script> ]]> \u0000\u0085\ud800 "دار الكتب" 📚 Fils';
  const document = invoice({
    seller: { ...company, name },
    buyer: { ...publisher, name, purchaseOrder: '<&>' },
    rows: [{ description: `${name}\n2e ligne`, quantity: 1_000, price: 14_500_000 }],
    notes: [name],
  });
  const xml = crossIndustryInvoice(document);
  expect(xml).toContain('A &amp; B &lt;script&gt; ]]&gt; \ufffd &quot;دار الكتب&quot; 📚 Fils');
  if (isInstalled('xmllint')) expect(isWellFormed(xml)).toBe(true);
  if (hasRules) expect(validatorFaults(xml)).toEqual([]);
});

describe('where an e-invoice reaches somebody', () => {
  const reached = (electronicAddress: string | undefined): string => {
    const buyer = { ...publisher, ...(electronicAddress === undefined ? {} : { electronicAddress }) };
    const [, address] = [
      ...crossIndustryInvoice(invoice({ buyer, rows })).matchAll(/<ram:URIID (schemeID.*?)<\/ram:URIID>/g),
    ];
    return address?.[1] ?? '';
  };
  test.each([
    [undefined, 'schemeID="0225">552100554'],
    ['552100554_FACTURES', 'schemeID="0225">552100554_FACTURES'],
    ['552100554/FACTURES', 'schemeID="0225">552100554'],
    ['0225:552100554_FACTURES', 'schemeID="0225">552100554_FACTURES'],
    ['0208:0428759497', 'schemeID="0208">0428759497'],
    ['compta@fleuve.example', 'schemeID="EM">compta@fleuve.example'],
  ])('%s', (given, written) => expect(reached(given)).toBe(written));
});

describe('the tax numbers', () => {
  const registrations = (name: string): string[] =>
    [...golden(name).matchAll(/<ram:ID schemeID="(VA|FC)">([^<]*)</g)].map(([, scheme, id]) => `${scheme} ${id}`);
  test('of a seller under the franchise, of companies, and none where VAT does not apply', () => {
    expect(registrations('franchise-business')).toEqual(['FC 732829320', 'VA FR83552100554']);
    expect(registrations('reverse-charge')).toEqual(['VA FR44732829320', 'VA BE0428759497']);
    expect(registrations('outside-union')).toEqual([]);
  });
});

test('an invoice of before the terms of payment were kept says what the law says', () => {
  const { paymentMentions: _, ...before } = invoice({ rows });
  expect(crossIndustryInvoice(before)).toBe(crossIndustryInvoice(invoice({ rows })));
});
