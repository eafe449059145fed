import {
  disputeLost,
  disputeWon,
  invoicePaid,
  paymentDisputed,
  paymentExpired,
  paymentFailed,
  paymentRefunded,
} from '../billing/index.ts';
import { subscribe, type Subscription } from '../platform/context.ts';
import { deadlineSubscriptions } from './deadlines/index.ts';
import { notifyOrderDeclinedTask, notifyOrderUnassignedTask } from './assignment/notify-assignment.ts';
import { cancelRefundedTask } from './cancellation/cancel-refunded.ts';
import { notifyCancellationRequestedTask, notifyOrderCancelledTask } from './cancellation/notify-cancellation.ts';
import { notifyChangesRequestedTask, notifyDeliveryAcceptedTask } from './deliveries/notify-deliveries.ts';
import {
  cancellationRequested,
  changesRequested,
  consultationRequested,
  deliveryAccepted,
  orderAssigned,
  orderCancelled,
  orderCreated,
  orderDeclined,
  orderDelivered,
  orderPaid,
  orderQuoteExpired,
  orderResumed,
  orderReviewed,
  orderStarted,
  orderSubmitted,
  orderSuspended,
  orderUnassigned,
} from './events.ts';
import { cancelLostTask, resumeUndisputedTask, suspendDisputedTask } from './suspension/follow-dispute.ts';
import { notifyOrderResumedTask, notifyOrderStartedTask, notifyOrderSuspendedTask } from './suspension/notify-work.ts';
import { consultationConfirmed, consultationDeclined, followConsultationTask } from './review/follow-consultation.ts';
import * as review from './review/tasks.ts';
import { guestOrderPaid, guestReviewRequested } from './guests/events.ts';
import { mailGuestOrderPaidTask, notifyGuestReviewTask, reopenGuestOrderTask } from './guests/guest-order-jobs.ts';
import { notifyOrderAssignedTask } from './tasks/notify-order-assigned.ts';
import { notifyOrderDeliveredTask } from './tasks/notify-order-delivered.ts';
import { payByInvoiceTask } from './tasks/pay-by-invoice.ts';
import { notifyOrderPaidTask } from './tasks/notify-order-paid.ts';
import { timelineSubscriptions } from './timeline/index.ts';

/**
 * What orders do about their own events, and about the money that is paid for them, claimed back or refunded. Placing and adding a file
 * are shown live to those who look at the order, and call for no message of their own.
 */
export const orderSubscriptions: readonly Subscription[] = [
  subscribe(invoicePaid, payByInvoiceTask),
  subscribe(paymentDisputed, suspendDisputedTask),
  subscribe(disputeWon, resumeUndisputedTask),
  subscribe(disputeLost, cancelLostTask),
  subscribe(paymentRefunded, cancelRefundedTask),
  subscribe(orderCreated, review.mailOrderReceivedTask),
  subscribe(orderSubmitted, review.notifySubmittedTask),
  subscribe(consultationRequested, review.notifyConsultationTask),
  subscribe(consultationConfirmed, followConsultationTask),
  subscribe(consultationDeclined, followConsultationTask),
  subscribe(orderReviewed, review.notifyReviewedTask),
  subscribe(orderQuoteExpired, review.notifyQuoteExpiredTask),
  subscribe(paymentExpired, reopenGuestOrderTask),
  subscribe(paymentFailed, reopenGuestOrderTask),
  subscribe(guestOrderPaid, mailGuestOrderPaidTask),
  subscribe(guestReviewRequested, notifyGuestReviewTask),
  subscribe(orderPaid, notifyOrderPaidTask),
  subscribe(orderAssigned, notifyOrderAssignedTask),
  subscribe(orderUnassigned, notifyOrderUnassignedTask),
  subscribe(orderDeclined, notifyOrderDeclinedTask),
  subscribe(orderStarted, notifyOrderStartedTask),
  subscribe(orderDelivered, notifyOrderDeliveredTask),
  ...deadlineSubscriptions,
  ...timelineSubscriptions,
  subscribe(changesRequested, notifyChangesRequestedTask),
  subscribe(deliveryAccepted, notifyDeliveryAcceptedTask),
  subscribe(orderSuspended, notifyOrderSuspendedTask),
  subscribe(orderResumed, notifyOrderResumedTask),
  subscribe(cancellationRequested, notifyCancellationRequestedTask),
  subscribe(orderCancelled, notifyOrderCancelledTask),
];
