/** Invoices out of the ordinary: the four validators accept each of them too. */
import { describe, expect, test } from '@jest/globals';
import { documentFaults } from '../../../../src/services/billing/document-faults.ts';
import { facturX } from '../../../../src/services/billing/factur-x/attachment.ts';
import { paymentMethods, type InvoiceDocument } from '../../../../src/services/billing/invoice-document.ts';
import { money } from '../../../../src/services/kernel/money.ts';
import { belgian, company, franchise, person, publisher, swiss } from './parties.ts';
import { invoice } from './samples.ts';
import { hasRules, validatorFaults } from './validators.ts';

const rows = [{ description: 'Réécriture', quantity: 1_000, price: 14_500_000 }];
const paid = (document: InvoiceDocument, payment: Partial<InvoiceDocument['payments'][number]>): InvoiceDocument => ({
  ...document,
  payments: [{ paidAt: new Date('2026-11-20T15:03:00Z'), method: 'CARD', amount: document.totals.due, ...payment }],
});
const { vatNumber: _, ...unnumbered } = company;

const cases: Readonly<Record<string, InvoiceDocument>> = {
  ...Object.fromEntries(
    paymentMethods.flatMap((method) => [
      [`paid by ${method}`, paid(invoice({ rows }), { method })],
      [`paid by ${method}, without an account`, paid(invoice({ seller: franchise, rows }), { method })],
    ]),
  ),
  'paid in part': paid(invoice({ rows }), { amount: money(1_000) }),
  'paid days before the issue': paid(invoice({ rows }), { paidAt: new Date('2026-11-17T10:00:00Z') }),
  'a person without an address': invoice({ buyer: { ...person, address: [] }, rows }),
  'an odd e-mail address': invoice({ buyer: { ...person, email: "o'neil+a&b@exämple.fr" }, rows }),
  'a VAT number written with spaces': invoice({ buyer: { ...publisher, vatNumber: 'fr 83 552100554' }, rows }),
  'a VAT number that is none': invoice({ buyer: { ...publisher, vatNumber: '552100554' }, rows }),
  'a Greek VAT number': invoice({ buyer: { ...belgian, vatNumber: 'EL123456789' }, rows }),
  'a seller under the franchise with a VAT number': invoice({
    seller: { ...franchise, vatNumber: 'FR44732829320' },
    rows,
  }),
  'a seller whose VAT number is not there yet': invoice({ seller: unnumbered, rows }),
  'the same, reverse charge': invoice({ seller: unnumbered, buyer: belgian, rows }),
  goods: { ...invoice({ rows }), operation: 'GOODS' },
  'goods and services': { ...invoice({ rows }), operation: 'MIXED' },
  'francs under the franchise': invoice({ seller: franchise, currency: 'XOF', rows }),
  'francs from outside the Union': invoice({ buyer: swiss, currency: 'XOF', rows }),
  'a line that takes back': invoice({ rows: [...rows, { description: 'Reprise', quantity: -500, price: 1_000_000 }] }),
  'a line for nothing': invoice({ rows: [...rows, { description: 'Offert', quantity: 1_000, price: 0 }] }),
};

/** A method is a code in the XML, with an account or without: what validators say of one, `STORM=full` shows of the others. */
const isAlike = (name: string): boolean => process.env['STORM'] !== 'full' && /^paid by (?!CARD).*without/.test(name);

describe.each(Object.keys(cases))('%s', (name) => {
  const document = cases[name]!;
  test('is right to the cent, and valid', () => {
    expect(documentFaults(document)).toEqual([]);
    const xml = facturX(document).content.toString();
    if (hasRules && !isAlike(name)) expect(validatorFaults(xml)).toEqual([]);
  });
});
