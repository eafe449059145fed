import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import { RetryLater } from '../../platform/jobs/index.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import type { Bill } from '../billable.ts';
import { examineClock } from '../clock-guard.ts';
import { issueInvoice } from '../issue-invoice.ts';
import type { issueLaterTask } from './issue-later.task.ts';
import type { PayloadOf } from '../../platform/task.ts';

/** Confirming the clock wakes the job at once; this is for a clock that was set right by itself. */
const againMs = 5 * 60_000;

interface Waiting {
  readonly paymentId: string;
  readonly bill: Bill;
}

export const issueLaterNow: Operation<'run', PayloadOf<typeof issueLaterTask>, void> = async ({ run }, waiting) => {
  if (!(await run(issueWaiting, waiting))) throw new RetryLater(againMs, 'CLOCK_IMPLAUSIBLE');
};

/** `false` while the clock is not believed. Done twice, it is done once. */
const issueWaiting: UseCase<'em' | 'now' | 'config' | 'emit' | 'record', Waiting, boolean> = async (
  tx,
  { paymentId, bill },
) => {
  const payment = await tx.em.findOneOrFail(Payment, { id: paymentId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const { subjectType, subjectId } = payment;
  if ((await tx.em.count(Invoice, { subjectType, subjectId, kind: 'INVOICE' })) > 0) return true;
  if ((await examineClock(tx)) !== null) return false;
  await issueInvoice(tx, { payment, bill });
  return true;
};
