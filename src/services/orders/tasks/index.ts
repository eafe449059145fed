import { implementTask, type Task } from '../../platform/task.ts';
import { deadlineTasks } from '../deadlines/index.ts';
import { timelineTasks } from '../timeline/index.ts';
import { writeOrdersExport, writeOrdersExportTask } from '../export/write-orders-export.ts';
import {
  notifyOrderDeclined,
  notifyOrderDeclinedTask,
  notifyOrderUnassigned,
  notifyOrderUnassignedTask,
} from '../assignment/notify-assignment.ts';
import { cancelRefunded, cancelRefundedTask } from '../cancellation/cancel-refunded.ts';
import {
  notifyCancellationRequested,
  notifyCancellationRequestedTask,
  notifyOrderCancelled,
  notifyOrderCancelledTask,
} from '../cancellation/notify-cancellation.ts';
import { answerDeliveries, answerDeliveriesTask } from '../deliveries/answer-deliveries.ts';
import {
  notifyChangesRequested,
  notifyChangesRequestedTask,
  notifyDeliveryAccepted,
  notifyDeliveryAcceptedTask,
  notifyDeliveryExpiring,
  notifyDeliveryExpiringTask,
} from '../deliveries/notify-deliveries.ts';
import {
  cancelLost,
  cancelLostTask,
  resumeUndisputed,
  resumeUndisputedTask,
  suspendDisputed,
  suspendDisputedTask,
} from '../suspension/follow-dispute.ts';
import {
  notifyOrderResumed,
  notifyOrderResumedTask,
  notifyOrderStarted,
  notifyOrderStartedTask,
  notifyOrderSuspended,
  notifyOrderSuspendedTask,
} from '../suspension/notify-work.ts';
import { guestOrderTasks } from '../guests/guest-order-tasks.ts';
import { notifyOrderAssignedTask, notifyOrderAssigned } from './notify-order-assigned.ts';
import { notifyOrderDeliveredTask, notifyOrderDelivered } from './notify-order-delivered.ts';
import { payByInvoice, payByInvoiceTask } from './pay-by-invoice.ts';
import { expireUnpaid, expireUnpaidTask } from '../review/expire-unpaid.ts';
import { followConsultation, followConsultationTask } from '../review/follow-consultation.ts';
import * as review from '../review/tasks.ts';
import { notifyOrderPaidTask, notifyOrderPaid } from './notify-order-paid.ts';

/** What is done about orders after a commit. */
export const orderTasks: readonly Task[] = [
  implementTask(writeOrdersExportTask, writeOrdersExport),
  ...guestOrderTasks,
  implementTask(payByInvoiceTask, payByInvoice),
  implementTask(expireUnpaidTask, expireUnpaid),
  implementTask(review.mailOrderReceivedTask, review.mailOrderReceived),
  implementTask(review.notifySubmittedTask, review.notifySubmitted),
  implementTask(followConsultationTask, followConsultation),
  implementTask(review.notifyConsultationTask, review.notifyConsultation),
  implementTask(review.notifyReviewedTask, review.notifyReviewed),
  implementTask(review.notifyQuoteExpiredTask, review.notifyQuoteExpired),
  implementTask(notifyOrderPaidTask, notifyOrderPaid),
  implementTask(notifyOrderAssignedTask, notifyOrderAssigned),
  implementTask(notifyOrderDeliveredTask, notifyOrderDelivered),
  ...deadlineTasks,
  ...timelineTasks,
  implementTask(notifyOrderDeclinedTask, notifyOrderDeclined),
  implementTask(notifyOrderUnassignedTask, notifyOrderUnassigned),
  implementTask(notifyOrderStartedTask, notifyOrderStarted),
  implementTask(notifyOrderSuspendedTask, notifyOrderSuspended),
  implementTask(notifyOrderResumedTask, notifyOrderResumed),
  implementTask(notifyOrderCancelledTask, notifyOrderCancelled),
  implementTask(notifyCancellationRequestedTask, notifyCancellationRequested),
  implementTask(notifyChangesRequestedTask, notifyChangesRequested),
  implementTask(notifyDeliveryAcceptedTask, notifyDeliveryAccepted),
  implementTask(notifyDeliveryExpiringTask, notifyDeliveryExpiring),
  implementTask(answerDeliveriesTask, answerDeliveries),
  implementTask(suspendDisputedTask, suspendDisputed),
  implementTask(resumeUndisputedTask, resumeUndisputed),
  implementTask(cancelLostTask, cancelLost),
  implementTask(cancelRefundedTask, cancelRefunded),
];
