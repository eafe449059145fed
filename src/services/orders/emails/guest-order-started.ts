import { defineMail, variable } from '../../notifications/index.ts';

/** Sent when a visitor without an account begins an order, and when an admin has answered their review: the link back to it. */
export const guestOrderStartedMail = defineMail({
  name: 'guest-order-started',
  variables: {
    firstName: variable.text,
    orderTitle: variable.text,
    service: variable.text,
    /** What is to be paid, tax included. */
    total: variable.amount,
    /** The order ends then unless it is paid. */
    expiresAt: variable.instant,
    guestOrderId: variable.text,
    /** Carries the token that opens the order. */
    resumeUrl: variable.webAddress,
  },
  late: ['resumeUrl'],
  sample: {
    firstName: 'Camille',
    orderTitle: 'Le Fil des jours',
    service: 'Correction approfondie',
    total: { amount: 48_000, currency: 'EUR' },
    expiresAt: '2026-12-07T09:41:00.000Z',
    guestOrderId: '01999999-9999-7999-8999-999999999997',
    resumeUrl: 'https://www.example.org/commander/reprendre#token=9Jw3bXnT4kZc7vQm2LrYp8Hd',
  },
});
