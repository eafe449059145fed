import { system } from '../../access/actor.ts';
import { paymentsOf, type paymentFailed } from '../../billing/index.ts';
import { writing } from '../../platform/orm/values.ts';
import type { z } from 'zod';
import { bookingSubjectType } from '../booking-subject.ts';
import { findBooking, notifyInApplication, type LoadedBooking, type NoticeTx } from './booking-mails.ts';
import { depositFailedWords } from './words.ts';

/** A payment failed: where it was a deposit, the artisan hears of it. */
export async function notifyDepositFailed(
  tx: NoticeTx,
  { subjectType, subjectId }: z.infer<typeof paymentFailed.payload>,
): Promise<void> {
  const found = subjectType === bookingSubjectType ? await findBooking(tx, subjectId) : null;
  if (found !== null) await notifyRefusedDeposits(tx, found);
}

/**
 * Notifies an artisan, in the application, of each deposit that somebody tried to pay and could not; a form whose card was refused is over when
 * its hold is. Who never tried is no alarm.
 */
export async function notifyRefusedDeposits(tx: NoticeTx, found: LoadedBooking): Promise<void> {
  const { id } = found.booking;
  const ctx = { db: writing(tx.em).db, now: tx.now, actor: system };
  const payments = (await paymentsOf(ctx, { type: bookingSubjectType, ids: [id] })).get(id) ?? [];
  const refused = payments.filter(
    ({ status, failureReason }) => failureReason !== null && (status === 'FAILED' || status === 'EXPIRED'),
  );
  for (const payment of refused)
    await notifyInApplication(tx, found, { key: `deposit-failed:${payment.id}`, words: depositFailedWords });
}
