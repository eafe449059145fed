import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to a person without an account when a credit note can be downloaded: the link carries a token of it. */
export const creditNoteToPerson = defineMail({
  name: 'credit-note-to-person',
  variables: {
    firstName: variable.text,
    invoiceNumber: variable.text,
    /** The invoice that it corrects. */
    correctedNumber: variable.text,
    issuedOn: variable.localDate,
    /** Tax included. */
    total: variable.amount,
    invoiceUrl: variable.webAddress,
  },
  late: ['invoiceUrl'],
  sample: {
    firstName: 'Camille Roux',
    invoiceNumber: 'AVOIR-2026-000007',
    correctedNumber: 'FACT-2026-000042',
    issuedOn: '2026-11-24',
    total: { amount: 45_000, currency: 'EUR' },
    invoiceUrl: 'https://www.example.org/factures/lien?token=Zm9v',
  },
});
