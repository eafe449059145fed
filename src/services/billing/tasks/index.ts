import { planTasks } from '../plans/tasks/index.ts';
import { implementTask, type Task } from '../../platform/task.ts';
import {
  alertManualRefund,
  alertOutsideRefund,
  alertMismatchTask,
  alertMismatch,
  alertRefundDueTask,
  alertRefundDue,
} from './alert-admins.ts';
import {
  alertDispute,
  alertDisputeLost,
  alertDisputeLostTask,
  alertDisputeTask,
  alertDisputeWon,
  alertDisputeWonTask,
} from './alert-dispute.ts';
import { processPaymentEventTask } from './process-payment-event.task.ts';
import { creditLaterTask, issueLaterTask } from './issue-later.task.ts';
import { creditLaterNow, issueLaterNow } from './issue-later.ts';
import { dropPayLinks } from './drop-pay-links.ts';
import { mobileMoneyTasks } from './mobile-money-tasks.ts';
import { dropPayLinksTask, printInvoiceTask, notifyInvoiceReadyTask } from './invoice-jobs.ts';
import { printInvoice } from './print-invoice.ts';
import { alertDifferences } from './alert-differences.ts';
import { alertDifferencesTask, reconcileTask } from './reconcile.task.ts';
import { reconcileInTurns } from './reconcile.ts';
import { markOverdue, markOverdueTask } from './mark-overdue.ts';
import { alertRefundFailed } from './alert-refund-failed.ts';
import { notifyRefundMade } from './notify-refund-made.ts';
import { cancelReplaced, endHold, endLateHolds } from './end-hold.ts';
import { cancelIntentTask, chargeCardTask, endHoldTask, endLateHoldsTask } from './intent-jobs.ts';
import { detachCardTask, notifyEndingCardsTask } from './card-jobs.ts';
import { checkVatNumber, checkVatNumbers } from './check-vat-numbers.ts';
import { checkVatNumberTask, checkVatNumbersTask } from './vat-number-jobs.ts';
import { detachCard } from './detach-card.ts';
import { lookAfterCharge } from './look-after-charge.ts';
import { notifyEndingCards } from './notify-ending-cards.ts';
import {
  alertManualRefundTask,
  alertOutsideRefundTask,
  alertRefundFailedTask,
  notifyRefundMadeTask,
  requestRefundTask,
} from './refund-jobs.ts';
import { requestRefund } from './request-refund.ts';
import { watchCardPayments, watchCardPaymentsTask } from './watch-card-payments.ts';
import { processOrWait } from './wait-for-object.ts';
import { notifyInvoiceReady } from './notify-invoice-ready.ts';
import { alertUntransmitted, alertUntransmittedTask } from '../transmission/alert-untransmitted.ts';
import { mailReceipt, mailReceiptTask } from '../sending/mail-receipt.ts';
import { remindOverdue, remindOverdueTask } from '../reminders/remind-overdue.ts';
import { notifyPaymentFailedTask, notifyPaymentFailed } from './notify-payment-failed.ts';

/** What billing does after commit and every night. */
export const billingTasks: readonly Task[] = [
  ...planTasks,
  implementTask(processPaymentEventTask, (ctx, payload) => processOrWait(ctx.billables)(ctx, payload)),
  implementTask(reconcileTask, reconcileInTurns),
  implementTask(alertDifferencesTask, alertDifferences),
  implementTask(watchCardPaymentsTask, (ctx, _) => watchCardPayments(ctx)),
  implementTask(markOverdueTask, (ctx, _) => markOverdue(ctx)),
  implementTask(endHoldTask, (ctx, payload) => endHold(ctx.billables)(ctx, payload)),
  implementTask(cancelIntentTask, (ctx, payload) => cancelReplaced(ctx.billables)(ctx, payload)),
  implementTask(endLateHoldsTask, (ctx, payload) => endLateHolds(ctx.billables)(ctx, payload)),
  implementTask(chargeCardTask, lookAfterCharge),
  implementTask(detachCardTask, detachCard),
  implementTask(notifyEndingCardsTask, notifyEndingCards),
  implementTask(checkVatNumberTask, checkVatNumber),
  implementTask(checkVatNumbersTask, (ctx, _) => checkVatNumbers(ctx)),
  implementTask(alertUntransmittedTask, (ctx, _) => alertUntransmitted(ctx)),
  implementTask(mailReceiptTask, mailReceipt),
  implementTask(remindOverdueTask, (ctx, _) => remindOverdue(ctx)),
  implementTask(issueLaterTask, issueLaterNow),
  implementTask(creditLaterTask, creditLaterNow),
  implementTask(printInvoiceTask, printInvoice),
  implementTask(dropPayLinksTask, dropPayLinks),
  implementTask(notifyInvoiceReadyTask, notifyInvoiceReady),
  implementTask(notifyPaymentFailedTask, notifyPaymentFailed),
  implementTask(alertRefundDueTask, alertRefundDue),
  implementTask(alertMismatchTask, alertMismatch),
  implementTask(alertDisputeTask, alertDispute),
  implementTask(alertDisputeLostTask, alertDisputeLost),
  implementTask(alertDisputeWonTask, alertDisputeWon),
  implementTask(requestRefundTask, (ctx, payload) => requestRefund(ctx, payload)),
  implementTask(notifyRefundMadeTask, notifyRefundMade),
  implementTask(alertManualRefundTask, alertManualRefund),
  implementTask(alertRefundFailedTask, alertRefundFailed),
  implementTask(alertOutsideRefundTask, alertOutsideRefund),
  ...mobileMoneyTasks,
];
