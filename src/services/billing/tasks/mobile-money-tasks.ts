import { implementTask, type Task } from '../../platform/task.ts';
import { alertDebitReported, alertDoubtfulPayment } from './alert-doubtful.ts';
import { lookAgain } from './look-again.ts';
import { lookAtPushTask } from './look-at-push.task.ts';
import {
  alertDebitReportedTask,
  alertDoubtfulPaymentTask,
  notifyMobileMoneyWaitingTask,
  notifyPaymentDoubtfulTask,
  reconcilePushesTask,
} from './mobile-money-jobs.ts';
import { notifyMobileMoneyWaiting } from './notify-mobile-money-waiting.ts';
import { notifyPaymentDoubtful } from './notify-payment-doubtful.ts';
import { reconcilePushes } from './reconcile-pushes.ts';

/** What billing does about pushes of mobile money. */
export const mobileMoneyTasks: readonly Task[] = [
  implementTask(lookAtPushTask, lookAgain),
  implementTask(reconcilePushesTask, (ctx, _) => reconcilePushes(ctx)),
  implementTask(notifyMobileMoneyWaitingTask, notifyMobileMoneyWaiting),
  implementTask(notifyPaymentDoubtfulTask, notifyPaymentDoubtful),
  implementTask(alertDoubtfulPaymentTask, alertDoubtfulPayment),
  implementTask(alertDebitReportedTask, alertDebitReported),
];
