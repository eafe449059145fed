import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to a person without an account when their invoice can be downloaded: the link carries a token of it. */
export const invoiceToPerson = defineMail({
  name: 'invoice-to-person',
  variables: {
    firstName: variable.text,
    invoiceNumber: variable.text,
    issuedOn: variable.localDate,
    /** Tax included. */
    total: variable.amount,
    invoiceUrl: variable.webAddress,
  },
  late: ['invoiceUrl'],
  sample: {
    firstName: 'Camille Roux',
    invoiceNumber: 'FACT-2026-000042',
    issuedOn: '2026-11-20',
    total: { amount: 145_000, currency: 'EUR' },
    invoiceUrl: 'https://www.example.org/factures/lien?token=Zm9v',
  },
});
