import { endPayments } from '../../billing/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRow } from '../../platform/each-row.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { bookingSubject } from '../booking-subject.ts';
import { expireHold } from '../holds/expire-hold.ts';
import { endBookingHoldTask, type expireRequestsTask, type sweepHoldsTask } from './booking-jobs.ts';
import { expireBooking } from './expire-booking.ts';

type Sweeping = Pick<AppContext, 'run' | 'db' | 'now'>;

const mostAtOnce = 500;

/** Slots whose form was left are free; a booking that was not paid has a job of its own, since its provider is asked first. */
export async function sweepHolds({ run, db, now }: Sweeping, _: PayloadOf<typeof sweepHoldsTask>): Promise<void> {
  const left = await db
    .selectFrom('slot_hold')
    .select('id')
    .where('status', '=', 'HELD')
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(mostAtOnce)
    .execute();
  const unpaid = await overdue({ db, now }, 'PENDING_PAYMENT');
  if (unpaid.length > 0) await run(enqueueEnds, unpaid);
  await eachRow(left, (id) => run(expireHold, id));
}

async function enqueueEnds({ enqueue }: Tx<'enqueue'>, unpaid: readonly Overdue[]): Promise<void> {
  for (const { id, holdUntil } of unpaid)
    enqueue(
      endBookingHoldTask,
      { bookingId: id },
      { dedupeKey: `${endBookingHoldTask.kind}:${id}:${String(holdUntil)}` },
    );
}

/** Requests that nobody answered. */
export async function expireRequests(
  { run, db, now }: Sweeping,
  _: PayloadOf<typeof expireRequestsTask>,
): Promise<void> {
  await eachRow(await overdue({ db, now }, 'REQUESTED'), (id) => run(expireBooking, id));
}

interface Overdue {
  readonly id: string;
  readonly holdUntil: Date | null;
}

const overdueRows = ({ db, now }: Pick<Sweeping, 'db' | 'now'>, status: 'REQUESTED' | 'PENDING_PAYMENT') =>
  db
    .selectFrom('booking')
    .select(['id', 'hold_until as holdUntil'])
    .where('status', '=', status)
    .where('hold_until', '<=', now);

const overdue = (ctx: Pick<Sweeping, 'db' | 'now'>, status: 'REQUESTED' | 'PENDING_PAYMENT'): Promise<Overdue[]> =>
  overdueRows(ctx, status).orderBy('hold_until').limit(mostAtOnce).execute();

type Ending = Sweeping & Pick<AppContext, 'payments' | 'billables' | 'log'>;

/**
 * The hold of a booking is over: what was begun to pay it is ended at the provider first, so that nobody pays for a time that is not
 * theirs any more; money that came in that instant confirms it. Whether the provider answers or not, the time is free then.
 */
export async function endBookingHold(ctx: Ending, { bookingId }: PayloadOf<typeof endBookingHoldTask>): Promise<void> {
  const over = await overdueRows(ctx, 'PENDING_PAYMENT').where('id', '=', bookingId).executeTakeFirst();
  if (over === undefined) return;
  try {
    await endPayments(ctx, bookingSubject(bookingId));
  } catch (error) {
    ctx.log.warn({ bookingId, error }, 'payment of an expired booking not ended');
  }
  await ctx.run(expireBooking, bookingId);
}
