import { invoicePaid } from '../billing/index.ts';
import { subscribe, type Subscription } from '../platform/context.ts';
import {
  consultationRequested,
  orderAssigned,
  orderCancelled,
  orderCreated,
  orderDelivered,
  orderPaid,
  orderQuoteExpired,
  orderReviewed,
  orderSubmitted,
} from './events.ts';
import * as review from './review/tasks.ts';
import { notifyOrderAssignedTask } from './tasks/notify-order-assigned.ts';
import { notifyOrderDeliveredTask } from './tasks/notify-order-delivered.ts';
import { payByInvoiceTask } from './tasks/pay-by-invoice.ts';
import { notifyOrderPaidTask } from './tasks/notify-order-paid.ts';

/**
 * What orders do about their own events, and about invoices that are paid. Starting, suspending, resuming and adding a file are shown
 * live to those who look at the order, and call for no message of their own.
 */
export const orderSubscriptions: readonly Subscription[] = [
  subscribe(invoicePaid, payByInvoiceTask),
  subscribe(orderCreated, review.mailOrderReceivedTask),
  subscribe(orderSubmitted, review.notifySubmittedTask),
  subscribe(consultationRequested, review.notifyConsultationTask),
  subscribe(orderReviewed, review.notifyReviewedTask),
  subscribe(orderQuoteExpired, review.notifyQuoteExpiredTask),
  subscribe(orderCancelled, review.closeCancelledTask),
  subscribe(orderPaid, notifyOrderPaidTask),
  subscribe(orderAssigned, notifyOrderAssignedTask),
  subscribe(orderDelivered, notifyOrderDeliveredTask),
];
