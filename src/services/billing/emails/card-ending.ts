import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the owner of a saved card in the month in which it ends. */
export const cardEnding = defineMail({
  name: 'card-ending',
  variables: {
    firstName: variable.text,
    /** What its owner recognises it by: its brand and its last four digits. */
    card: variable.text,
    /** Its last month. */
    end: variable.text,
    cardsUrl: variable.webAddress,
  },
  sample: {
    firstName: 'Camille',
    card: 'Visa •••• 4242',
    end: '08/2027',
    cardsUrl: 'https://www.example.org/moyens-de-paiement',
  },
});
