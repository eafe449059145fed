import type { Db } from '../../platform/context.ts';
import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import { occupyingStatuses } from '../booking.states.ts';
import type { BookableArtisan } from './bookable-offering.ts';

interface Ranked extends BookableArtisan {
  readonly bookedMinutes: number;
  /** When the last of their bookings was made; nothing for somebody who never had one. */
  readonly lastBookedAt: number;
}

/**
 * Whom a booking with any artisan goes to first: the one with the fewest booked minutes in that week, Monday to Sunday of their own
 * zone; then the one who has waited longest for a booking.
 */
export async function rankArtisans<A extends BookableArtisan>(
  db: Db,
  artisans: readonly A[],
  startsAt: Date,
): Promise<readonly A[]> {
  if (artisans.length < 2) return artisans;
  const ranked = await Promise.all(
    artisans.map(async (artisan) => ({ artisan, ...(await loadOf(db, artisan, startsAt)) })),
  );
  return ranked
    .sort(
      (a, b) =>
        a.bookedMinutes - b.bookedMinutes || a.lastBookedAt - b.lastBookedAt || (a.artisan.id < b.artisan.id ? -1 : 1),
    )
    .map(({ artisan }) => artisan);
}

async function loadOf(
  db: Db,
  { id, timeZone }: BookableArtisan,
  startsAt: Date,
): Promise<Pick<Ranked, 'bookedMinutes' | 'lastBookedAt'>> {
  const week = weekOf(startsAt, timeZone);
  const { minutes } = await db
    .selectFrom('booking')
    .select((eb) => eb.fn.sum('duration_minutes').as('minutes'))
    .where('artisan_id', '=', id)
    .where('status', 'in', occupyingStatuses)
    .where('starts_at', '>=', week.from)
    .where('starts_at', '<', week.to)
    .executeTakeFirstOrThrow();
  const last = await db
    .selectFrom('booking')
    .select((eb) => eb.fn.max('created_at').as('at'))
    .where('artisan_id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    bookedMinutes: numberFrom(minutes),
    lastBookedAt: last.at === null ? 0 : instantFrom(last.at).getTime(),
  };
}

/** The ISO week of an instant, on the clock of a zone. */
function weekOf(at: Date, zone: string): { readonly from: Date; readonly to: Date } {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const from = monday.toZonedDateTime(zone).epochMilliseconds;
  const to = monday.add({ days: 7 }).toZonedDateTime(zone).epochMilliseconds;
  return { from: new Date(from), to: new Date(to) };
}
