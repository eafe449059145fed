import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer when a credit note can be downloaded; whether money goes back is another mail’s to say. */
export const creditNoteIssued = defineMail({
  name: 'credit-note-issued',
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
  sample: {
    firstName: 'Camille',
    invoiceNumber: 'AVOIR-2026-000007',
    correctedNumber: 'FACT-2026-000042',
    issuedOn: '2026-11-24',
    total: { amount: 45_000, currency: 'EUR' },
    invoiceUrl: 'https://www.example.org/factures/AVOIR-2026-000007',
  },
});
