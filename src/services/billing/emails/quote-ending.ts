import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the buyer three days before the last day of a quote that they have not answered. */
export const quoteEnding = defineMail({
  name: 'quote-ending',
  variables: {
    firstName: variable.text,
    quoteNumber: variable.text,
    /** Tax included. */
    total: variable.amount,
    validUntil: variable.localDate,
    quoteId: variable.text,
    quoteUrl: variable.webAddress,
  },
  late: ['quoteUrl'],
  sample: {
    firstName: 'Camille',
    quoteNumber: 'DEVIS-2026-000012',
    total: { amount: 145_000, currency: 'EUR' },
    validUntil: '2026-12-20',
    quoteId: '01999999-9999-7999-8999-999999999998',
    quoteUrl: 'https://www.example.org/devis/lien?token=Zm9v',
  },
});
