import { invoicePaid } from '../billing/index.ts';
import { subscribe, type Subscription } from '../platform/context.ts';
import { deadlineSubscriptions } from './deadlines/index.ts';
import { orderAssigned, orderDelivered, orderPaid } from './events.ts';
import { notifyOrderAssignedTask } from './tasks/notify-order-assigned.ts';
import { notifyOrderDeliveredTask } from './tasks/notify-order-delivered.ts';
import { payByInvoiceTask } from './tasks/pay-by-invoice.ts';
import { notifyOrderPaidTask } from './tasks/notify-order-paid.ts';
import { timelineSubscriptions } from './timeline/index.ts';

/**
 * What orders do about their own events, about invoices that are paid, and about their money that goes back. Placing, cancelling,
 * starting, suspending, resuming and adding a file are shown live to those who look at the order, and call for no message of their own.
 */
export const orderSubscriptions: readonly Subscription[] = [
  subscribe(invoicePaid, payByInvoiceTask),
  subscribe(orderPaid, notifyOrderPaidTask),
  subscribe(orderAssigned, notifyOrderAssignedTask),
  subscribe(orderDelivered, notifyOrderDeliveredTask),
  ...deadlineSubscriptions,
  ...timelineSubscriptions,
];
