import type { ConfirmationContext } from '../../billing/index.ts';
import { writing } from '../../platform/orm/values.ts';
import { expireHold } from '../holds/expire-hold.ts';
import { quantumMs, type Interval } from '../occupancy/quanta.ts';
import { expireBooking } from './expire-booking.ts';

type Ending = Omit<ConfirmationContext, 'config'>;

/** Ends what keeps a time of an artisan beyond its hour: holds of forms, unpaid bookings, unanswered requests. Was anything freed? */
export async function endStaleHolds(
  tx: Ending,
  { artisanId, from, to }: Interval & { readonly artisanId: string },
): Promise<boolean> {
  const stale = await writing(tx.em)
    .db.selectFrom('occupancy')
    .select(['kind', 'reference_id as id'])
    .where('artisan_id', '=', artisanId)
    .where('padded_from', '<', new Date(to.getTime() + quantumMs))
    .where('padded_from', '>', new Date(from.getTime() - longestMs))
    .where('padded_to', '>', new Date(from.getTime() - quantumMs))
    .where('hold_until', '<=', tx.now)
    .orderBy('padded_from')
    .execute();
  let isFreed = false;
  for (const { kind, id } of stale)
    isFreed = (kind === 'HOLD' ? await expireHold(tx, id) : await expireBooking(tx, id)) || isFreed;
  return isFreed;
}

/** An appointment lasts twelve hours at most, its buffers and ways eight each. */
const longestMs = 28 * 3_600_000;
