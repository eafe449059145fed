import type { Db } from '../../platform/context.ts';
import { occupyingStatuses } from '../booking.states.ts';
import type { BookingFault } from './verify-bookings.ts';

/** Times that are taken by nothing: their booking is over or gone, or it has two of them. */
export async function timeFaults(db: Db): Promise<BookingFault[]> {
  const lost = await db
    .selectFrom('occupancy')
    .leftJoin('booking', (join) =>
      join.onRef('booking.id', '=', 'occupancy.reference_id').on('booking.status', 'in', occupyingStatuses),
    )
    .leftJoin('slot_hold', (join) =>
      join.onRef('slot_hold.id', '=', 'occupancy.reference_id').on('slot_hold.status', '=', 'HELD'),
    )
    .where((eb) =>
      eb.or([
        eb.and([eb('occupancy.kind', '=', 'BOOKING'), eb('booking.id', 'is', null)]),
        eb.and([eb('occupancy.kind', '=', 'HOLD'), eb('slot_hold.id', 'is', null)]),
      ]),
    )
    .select('occupancy.id')
    .execute();
  const doubled = await db
    .selectFrom('occupancy')
    .where('kind', 'in', ['BOOKING', 'HOLD'])
    .groupBy('reference_id')
    .having((eb) => eb.fn.countAll(), '>', 1)
    .select('reference_id as id')
    .execute();
  return [...lost, ...doubled].map(({ id }) => ({ kind: 'TIME_WITHOUT_OWNER', id }));
}
