import { DomainError, fieldError } from '../../kernel/errors.ts';
import { timeZoneNamed } from '../../kernel/time-zone.ts';
import type { ReadContext } from '../../platform/context.ts';
import { findOfferingWithGivers } from './find-offering.ts';
import { dateOf, dayOf, edgeOf, localDayOf } from './local-days.ts';
import { nextStarts, startsOfAll } from './next-slots.ts';
import { ownReferences, type SlotAccess } from './own-references.ts';
import { takesBookings, type OfferedService } from './plan.ts';
import { planReader, type OfferingGiver } from './read-plans.ts';
import { slotFrom, slotsByDay, type AvailabilityDay, type Slot } from './slots-by-day.ts';

export interface SlotsAsked {
  readonly offeringId: string;
  /** Null: any of those who give the offering. */
  readonly artisanId?: string | null;
  /** Local dates and times are in it; that of the artisan unless it is said. */
  readonly timeZone?: string | null;
  readonly partySize: number;
  readonly access?: SlotAccess | null;
}

export interface AvailabilityAsked extends SlotsAsked {
  /** A local date; today unless it is said. */
  readonly from?: string | null;
  readonly days: number;
}

/** The times that are offered on some local days, day by day. */
export async function findAvailability(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  asked: AvailabilityAsked,
): Promise<AvailabilityDay[]> {
  const { offering, givers, zone } = await bookable(db, asked);
  const firstDay = asked.from ? dayOf(asked.from) : localDayOf(zone, now.getTime());
  const range = { from: edgeOf(zone, firstDay, 0), to: edgeOf(zone, firstDay + asked.days, 0) };
  const ignoring = await ownReferences(db, asked.access ?? {});
  const plans = await (await planReader(db, { offering, givers, now, ignoring }))(range);
  const dates = Array.from({ length: asked.days }, (_, index) => dateOf(firstDay + index));
  return slotsByDay(await startsOfAll(plans.filter(takesBookings), range), { dates, zone, offering });
}

/** The first time within the horizon; null where there is none. */
export async function findNextAvailability(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  asked: SlotsAsked,
): Promise<Slot | null> {
  const { offering, givers, zone } = await bookable(db, asked);
  const ignoring = await ownReferences(db, asked.access ?? {});
  const read = await planReader(db, { offering, givers, now, ignoring });
  const [first] = await nextStarts(read, now.getTime(), 1);
  return first === undefined ? null : slotFrom(first, { zone, offering });
}

/** The offering and those of its artisans who are asked for, where it takes bookings of so many people. */
async function bookable(db: ReadContext['db'], { offeringId, artisanId, timeZone, partySize }: SlotsAsked) {
  const found = await findOfferingWithGivers(db, offeringId);
  const asked = artisanId ? found.givers.filter(({ id }) => id === artisanId) : found.givers;
  if (asked.length === 0) throw new DomainError('NOT_FOUND');
  const givers = asked.filter(({ isPublished }) => isPublished);
  const [first] = givers;
  if (found.offering.status === 'ARCHIVED' || first === undefined) throw new DomainError('OFFERING_UNAVAILABLE');
  requireCapacity(found.offering, partySize);
  return { offering: found.offering, givers, zone: zoneOf(timeZone, first) };
}

function requireCapacity({ capacity }: OfferedService, partySize: number): void {
  if (partySize > capacity)
    throw new DomainError('CAPACITY_EXCEEDED', {
      fields: [{ path: 'partySize', rules: ['max'], bounds: { max: capacity } }],
    });
}

function zoneOf(timeZone: string | null | undefined, giver: OfferingGiver): string {
  if (!timeZone) return giver.timeZone;
  const zone = timeZoneNamed(timeZone);
  if (zone === undefined) throw fieldError('timeZone', 'zone');
  return zone;
}
