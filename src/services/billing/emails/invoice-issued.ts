import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer when their invoice can be downloaded. */
export const invoiceIssued = defineMail({
  name: 'invoice-issued',
  variables: {
    firstName: variable.text,
    invoiceNumber: variable.text,
    issuedOn: variable.localDate,
    /** Tax included. */
    total: variable.amount,
    invoiceUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    invoiceNumber: 'FACT-2026-000042',
    issuedOn: '2026-11-20',
    total: { amount: 145_000, currency: 'EUR' },
    invoiceUrl: 'https://www.example.org/factures/FACT-2026-000042',
  },
});
