import { defineMail, variable } from '../../notifications/index.ts';

/** The receipt of money that came for an invoice that was issued before. */
export const paymentReceived = defineMail({
  name: 'payment-received',
  variables: {
    firstName: variable.text,
    invoiceNumber: variable.text,
    /** What of it counts for the invoice. */
    amount: variable.amount,
    receivedOn: variable.localDate,
    isPaid: variable.flag,
    /** What is still to be paid. */
    owed: variable.amount,
    /** With a token of its own. */
    invoiceUrl: variable.webAddress,
  },
  late: ['invoiceUrl'],
  sample: {
    firstName: 'Camille',
    invoiceNumber: 'FACT-2026-000042',
    amount: { amount: 100_000, currency: 'EUR' },
    receivedOn: '2026-12-01',
    isPaid: false,
    owed: { amount: 45_000, currency: 'EUR' },
    invoiceUrl: 'https://www.example.org/factures/lien?token=Zm9v',
  },
});
