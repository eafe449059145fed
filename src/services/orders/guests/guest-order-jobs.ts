import { z } from 'zod';
import { paymentExpired } from '../../billing/index.ts';
import { defineTask } from '../../platform/task.ts';
import { guestOrderPaid, guestReviewRequested } from './events.ts';

/** A day after its start: mails the visitor once, where the order still waits for them. */
export const remindGuestOrderTask = defineTask('orders.remind-guest-order', z.object({ guestOrderId: z.uuid() }), {
  priority: 150,
});

/** Its payment page is closed without a payment: the order can be changed and paid again. */
export const reopenGuestOrderTask = defineTask('orders.reopen-guest-order', paymentExpired.payload);

/** Mails whoever paid: to open their account, or to have the order in the account that they have. */
export const mailGuestOrderPaidTask = defineTask('orders.mail-guest-order-paid', guestOrderPaid.payload, {
  priority: 50,
});

/** Notifies the admins that a visitor asks for a price. */
export const notifyGuestReviewTask = defineTask('orders.notify-guest-review', guestReviewRequested.payload);

/** The night's job: ends what was not paid within seven days, and paid orders whose link nobody followed. */
export const expireGuestOrdersTask = defineTask('orders.expire-guest-orders', z.object({}), { priority: 200 });
