import { sql } from 'kysely';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { instantFrom } from '../../../platform/orm/values.ts';
import { liveStatuses } from '../../booking.states.ts';
import { holidaysOfRegion } from '../../availability/holidays.ts';
import { localDayOf } from '../../availability/local-days.ts';
import { windowsOn, type Opening } from '../../availability/opening.ts';
import { readOpenings } from '../../availability/read-openings.ts';
import { contains, united, type Span } from '../../availability/spans.ts';

interface Stay extends Span {
  readonly id: string;
  readonly offeringId: string;
}

/** Bookings to come that do not lie in the opening of their artisan, the earliest first. */
export async function bookingsOutside(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  artisan: { readonly id: string; readonly timeZone: string; readonly holidayRegion: string | null },
): Promise<string[]> {
  const stays = await staysOf(db, artisan.id, now);
  const openingOf = new Map<string, Opening>();
  for (const offeringId of new Set(stays.map((stay) => stay.offeringId))) {
    const stored = (await readOpenings(db, { offeringId, artisanIds: [artisan.id] }))(artisan.id);
    const isHoliday = holidaysOfRegion(artisan.holidayRegion);
    openingOf.set(offeringId, { zone: artisan.timeZone, isHoliday, ...stored });
  }
  return stays.filter((stay) => !liesIn(openingOf.get(stay.offeringId) as Opening, stay)).map(({ id }) => id);
}

/** What begins in the evening may end in the night: the windows of both days count. */
function liesIn(opening: Opening, stay: Span): boolean {
  const first = localDayOf(opening.zone, stay.from);
  const last = localDayOf(opening.zone, stay.to - 1);
  const days = first === last ? [first] : [first, last];
  return united(days.flatMap((day) => windowsOn(opening, day))).some((window) => contains(window, stay));
}

async function staysOf(db: Db, artisanId: string, now: Date): Promise<Stay[]> {
  const rows = await db
    .selectFrom('booking')
    .select(['id', 'offering_id as offeringId', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('artisan_id', '=', artisanId)
    .where('status', 'in', liveStatuses)
    .where('starts_at', '>', now)
    .orderBy('starts_at')
    .orderBy(sql`id`)
    .execute();
  return rows.map(({ id, offeringId, startsAt, endsAt }) => ({
    ...{ id, offeringId },
    ...{ from: instantFrom(startsAt).getTime(), to: instantFrom(endsAt).getTime() },
  }));
}
