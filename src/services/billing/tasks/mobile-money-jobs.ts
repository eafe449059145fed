import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';
import { subjectTypeShape } from '../../platform/subject-shape.ts';

const payment = z.object({
  paymentId: z.uuid(),
  subjectType: subjectTypeShape,
  subjectId: z.uuid(),
  payerId: z.uuid().nullable(),
});

/** Sends the payer of a push an e-mail and an in-app notification: it waits to be confirmed. */
export const notifyMobileMoneyWaitingTask = defineTask('billing.notify-mobile-money-waiting', payment);
/** Notifies the payer that nobody knows yet, and that they should not pay again. */
export const notifyPaymentDoubtfulTask = defineTask('billing.notify-payment-doubtful', payment);

/** Asks the providers about pushes that have been in doubt for more than a day. */
export const reconcilePushesTask = defineTask('billing.reconcile-pushes', z.object({}), { priority: 200 });

/** Alarms about pushes that a person must look at. */
export const alertDoubtfulPaymentTask = defineTask('billing.alert-doubtful-payment', payment, { priority: 50 });
export const alertDebitReportedTask = defineTask('billing.alert-debit-reported', payment, { priority: 50 });
