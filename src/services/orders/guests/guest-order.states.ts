import type { GuestOrderStatus } from '../../../entities/orders/guest-order.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

/** What can be done to a guest order: the first four by its visitor, `answer` by an admin, the last three by the application. */
export const guestOrderVerbs = [
  'attachManuscript',
  'openCheckout',
  'askReview',
  'expire',
  'answer',
  'pay',
  'reopen',
] as const;
export type GuestOrderVerb = (typeof guestOrderVerbs)[number];

/** The life of an order without an account, from its start until it is paid or seven days have passed. */
export const guestOrderStates: StateTable<GuestOrderStatus, GuestOrderVerb> = {
  STARTED: {
    attachManuscript: 'STARTED',
    openCheckout: 'AWAITING_PAYMENT',
    askReview: 'REVIEW',
    expire: 'EXPIRED',
  },
  REVIEW: { answer: 'STARTED', expire: 'EXPIRED' },
  AWAITING_PAYMENT: { pay: 'COMPLETED', reopen: 'STARTED', expire: 'EXPIRED' },
  COMPLETED: {},
  EXPIRED: {},
};
