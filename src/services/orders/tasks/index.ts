import { implementTask, type Task } from '../../platform/task.ts';
import { notifyOrderAssignedTask, notifyOrderAssigned } from './notify-order-assigned.ts';
import { notifyOrderDeliveredTask, notifyOrderDelivered } from './notify-order-delivered.ts';
import { payByInvoice, payByInvoiceTask } from './pay-by-invoice.ts';
import { expireUnpaid, expireUnpaidTask } from '../review/expire-unpaid.ts';
import * as review from '../review/tasks.ts';
import { notifyOrderPaidTask, notifyOrderPaid } from './notify-order-paid.ts';

/** What is done about orders after a commit. */
export const orderTasks: readonly Task[] = [
  implementTask(payByInvoiceTask, payByInvoice),
  implementTask(expireUnpaidTask, expireUnpaid),
  implementTask(review.mailOrderReceivedTask, review.mailOrderReceived),
  implementTask(review.notifySubmittedTask, review.notifySubmitted),
  implementTask(review.notifyConsultationTask, review.notifyConsultation),
  implementTask(review.notifyReviewedTask, review.notifyReviewed),
  implementTask(review.notifyQuoteExpiredTask, review.notifyQuoteExpired),
  implementTask(review.closeCancelledTask, review.closeCancelled),
  implementTask(notifyOrderPaidTask, notifyOrderPaid),
  implementTask(notifyOrderAssignedTask, notifyOrderAssigned),
  implementTask(notifyOrderDeliveredTask, notifyOrderDelivered),
];
