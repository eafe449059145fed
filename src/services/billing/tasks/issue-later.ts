import { RetryLater } from '../../platform/jobs/index.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { bookLosses } from '../book-losses.ts';
import { creditNowUnlessDoubted } from '../credit-refunds.ts';
import { issueInvoice } from '../issue-invoice.ts';
import { lockPaymentOf } from '../lock-refunds.ts';
import { payerOf } from '../payer.ts';
import type { creditLaterTask, issueLaterTask } from './issue-later.task.ts';
import type { PayloadOf } from '../../platform/task.ts';

/** Confirming the clock wakes the job at once; this is for a clock that was set right by itself. */
const againMs = 5 * 60_000;

type Waiting = PayloadOf<typeof issueLaterTask>;

export const issueLaterNow: Operation<'run', Waiting, void> = async ({ run }, waiting) => {
  if (!(await run(issueWaiting, waiting))) throw new RetryLater(againMs, 'CLOCK_IMPLAUSIBLE');
};

/** `false` while the clock is not believed. Done twice, it is done once. */
const issueWaiting: UseCase<'em' | 'now' | 'config' | 'emit' | 'record', Waiting, boolean> = async (
  tx,
  { paymentId, bill: { payerId, ...bill } },
) => {
  const { payment, refunds } = await lockPaymentOf(tx, paymentId);
  if (payment.invoiceId === null) {
    const payer = payerId === null ? payerOf(payment) : { userId: payerId };
    if ((await issueInvoice(tx, { payment, bill: { ...bill, payer } })) === null) return false;
  }
  // Money that was lost or went back meanwhile has its invoice only now.
  await bookLosses(tx, payment, 'DISPUTE');
  return creditNowUnlessDoubted(tx, { payment, refunds });
};

export const creditLaterNow: Operation<'run', PayloadOf<typeof creditLaterTask>, void> = async ({ run }, waiting) => {
  if (!(await run(creditWaiting, waiting))) throw new RetryLater(againMs, 'CLOCK_IMPLAUSIBLE');
};

/** `false` while the clock is not believed. Done twice, it is done once. */
export const creditWaiting: UseCase<
  'em' | 'now' | 'config' | 'emit' | 'record',
  PayloadOf<typeof creditLaterTask>,
  boolean
> = async (tx, { paymentId }) => creditNowUnlessDoubted(tx, await lockPaymentOf(tx, paymentId));
