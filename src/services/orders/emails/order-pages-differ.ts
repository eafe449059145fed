import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer when the team counted more pages than they did: the higher price waits for their acceptance. */
export const orderPagesDiffer = defineMail({
  name: 'order-pages-differ',
  variables: {
    firstName: variable.text,
    /** As people write it: `SL-2026-0042`. */
    orderReference: variable.text,
    orderTitle: variable.text,
    declaredPages: variable.count,
    verifiedPages: variable.count,
    /** Tax included. */
    declaredTotal: variable.amount,
    /** Tax included. */
    verifiedTotal: variable.amount,
    /** Why, in the words of the team; empty when they gave none. */
    reason: variable.text,
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-2026-0042',
    orderTitle: 'Le Fil des jours',
    declaredPages: 312,
    verifiedPages: 340,
    declaredTotal: { amount: 62_400, currency: 'EUR' },
    verifiedTotal: { amount: 68_000, currency: 'EUR' },
    reason: 'Les notes de fin comptent aussi.',
    orderUrl: 'https://www.example.org/commandes/SL-2026-0042',
  },
});
