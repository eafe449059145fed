import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the customer who asked for a review of the pages: the team counts them before anything is paid. */
export const orderUnderReview = defineMail({
  name: 'order-under-review',
  about: 'ORDER',
  variables: {
    firstName: variable.text,
    /** As people write it: `SL-2026-0042`. */
    orderReference: variable.text,
    orderTitle: variable.text,
    orderUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    orderReference: 'SL-2026-0042',
    orderTitle: 'Le Fil des jours',
    orderUrl: 'https://www.example.org/commandes/SL-2026-0042',
  },
});
