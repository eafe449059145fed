import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when an order without an account was paid, to an address that has an account: the link puts it there. */
export const guestOrderAttach = defineMail({
  name: 'guest-order-attach',
  variables: {
    firstName: variable.text,
    orderTitle: variable.text,
    service: variable.text,
    /** What was paid, tax included. */
    amount: variable.amount,
    expiresInDays: variable.count,
    guestOrderId: variable.text,
    /** Carries the single-use token. */
    attachUrl: variable.webAddress,
  },
  late: ['attachUrl'],
  sample: {
    firstName: 'Camille',
    orderTitle: 'Le Fil des jours',
    service: 'Correction approfondie',
    amount: { amount: 48_000, currency: 'EUR' },
    expiresInDays: 7,
    guestOrderId: '01999999-9999-7999-8999-999999999997',
    attachUrl: 'https://www.example.org/commander/rattacher#token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
  },
});
