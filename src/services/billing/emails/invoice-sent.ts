import { defineMail, variable } from '../../notifications/index.ts';

/** An invoice or credit note of which nothing is to be paid, with its PDF. */
export const invoiceSent = defineMail({
  name: 'invoice-sent',
  variables: {
    firstName: variable.text,
    /** Also which PDF goes with the mail. */
    invoiceNumber: variable.text,
    issuedOn: variable.localDate,
    /** Tax included. */
    total: variable.amount,
    isCreditNote: variable.flag,
    /** With a token of its own. */
    invoiceUrl: variable.webAddress,
  },
  late: ['invoiceUrl'],
  sample: {
    firstName: 'Camille',
    invoiceNumber: 'FACT-2026-000042',
    issuedOn: '2026-11-20',
    total: { amount: 145_000, currency: 'EUR' },
    isCreditNote: false,
    invoiceUrl: 'https://www.example.org/factures/lien?token=Zm9v',
  },
});
