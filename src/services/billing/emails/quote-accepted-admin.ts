import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the admins when a quote is accepted: work can begin, and something may have to be invoiced. */
export const quoteAcceptedAdmin = defineMail({
  name: 'quote-accepted-admin',
  variables: {
    firstName: variable.text,
    quoteNumber: variable.text,
    acceptedBy: variable.text,
    /** Tax included. */
    total: variable.amount,
    /** The number of the invoice that was issued; empty where none was. */
    invoiceNumber: variable.text,
    quoteUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Anaïs',
    quoteNumber: 'DEVIS-2026-000012',
    acceptedBy: 'Camille Roux',
    total: { amount: 145_000, currency: 'EUR' },
    invoiceNumber: 'FACT-2026-000043',
    quoteUrl: 'https://www.example.org/admin/devis/01999999-9999-7999-8999-999999999998',
  },
});
