import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to a person without an account when the money of a refund has left. Its credit note, if it has one, comes by itself. */
export const refundMadeToPerson = defineMail({
  name: 'refund-made-to-person',
  variables: {
    firstName: variable.text,
    amount: variable.amount,
    /** What had been paid for, in one line. */
    description: variable.text,
    homeUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille Roux',
    amount: { amount: 12_000, currency: 'EUR' },
    description: 'Relecture\u00a0: «\u00a0Le Fil des jours\u00a0»',
    homeUrl: 'https://www.example.org/',
  },
});
