import { variable } from '../../notifications/index.ts';

/** What every mail about an invoice that is to be paid shows. */
export const owedVariables = {
  firstName: variable.text,
  /** Also which PDF goes with the mail. */
  invoiceNumber: variable.text,
  issuedOn: variable.localDate,
  dueOn: variable.localDate,
  /** Tax included. */
  total: variable.amount,
  /** What is still to be paid. */
  owed: variable.amount,
  /** With a token of its own. */
  payUrl: variable.webAddress,
};

export const owedSample = {
  firstName: 'Camille',
  invoiceNumber: 'FACT-2026-000042',
  issuedOn: '2026-11-20',
  dueOn: '2026-12-20',
  total: { amount: 145_000, currency: 'EUR' as const },
  owed: { amount: 100_000, currency: 'EUR' as const },
  payUrl: 'https://www.example.org/factures/payer?token=Zm9v',
};
