import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { exportBookingTask, type exportAllTask } from '../calendar-jobs.ts';

/** Every booking to come of an artisan is looked at: another calendar receives them, or one is open again. */
export async function exportAll(
  { em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>,
  { artisanId }: PayloadOf<typeof exportAllTask>,
): Promise<void> {
  const bookings = await writing(em)
    .db.selectFrom('booking')
    .select('id')
    .where('artisan_id', '=', artisanId)
    .where('status', 'in', ['CONFIRMED', 'CANCELLED'])
    .where('starts_at', '>', now)
    .orderBy('starts_at')
    .execute();
  for (const { id } of bookings) enqueue(exportBookingTask, { bookingId: id }, { priority: 150 });
}
