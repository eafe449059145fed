import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when an order without an account is over and the manuscript that was sent for it was destroyed. */
export const guestOrderExpiredMail = defineMail({
  name: 'guest-order-expired',
  variables: {
    firstName: variable.text,
    orderTitle: variable.text,
    /** It was paid, and nobody put it in the account of its address: the money goes back. */
    wasPaid: variable.flag,
    orderUrl: variable.webAddress,
  },
  late: ['orderUrl'],
  sample: {
    firstName: 'Camille',
    orderTitle: 'Le Fil des jours',
    wasPaid: true,
    orderUrl: 'https://www.example.org/commander',
  },
});
