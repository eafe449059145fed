import { invoicePaid, paymentExpired, paymentFailed } from '../billing/index.ts';
import { subscribe, type Subscription } from '../platform/context.ts';
import { guestOrderPaid, guestReviewRequested } from './guests/events.ts';
import { mailGuestOrderPaidTask, notifyGuestReviewTask, reopenGuestOrderTask } from './guests/guest-order-jobs.ts';
import { orderAssigned, orderDelivered, orderPaid } from './events.ts';
import { notifyOrderAssignedTask } from './tasks/notify-order-assigned.ts';
import { notifyOrderDeliveredTask } from './tasks/notify-order-delivered.ts';
import { payByInvoiceTask } from './tasks/pay-by-invoice.ts';
import { notifyOrderPaidTask } from './tasks/notify-order-paid.ts';

/**
 * What orders do about their own events, and about invoices that are paid. Placing, cancelling, starting, suspending, resuming and adding a file are shown
 * live to those who look at the order, and call for no message of their own.
 */
export const orderSubscriptions: readonly Subscription[] = [
  subscribe(invoicePaid, payByInvoiceTask),
  subscribe(paymentExpired, reopenGuestOrderTask),
  subscribe(paymentFailed, reopenGuestOrderTask),
  subscribe(guestOrderPaid, mailGuestOrderPaidTask),
  subscribe(guestReviewRequested, notifyGuestReviewTask),
  subscribe(orderPaid, notifyOrderPaidTask),
  subscribe(orderAssigned, notifyOrderAssignedTask),
  subscribe(orderDelivered, notifyOrderDeliveredTask),
];
