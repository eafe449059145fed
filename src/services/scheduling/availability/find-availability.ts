import { DomainError, fieldError } from '../../kernel/errors.ts';
import { timeZoneNamed } from '../../kernel/time-zone.ts';
import type { AppContext, Db, ReadContext } from '../../platform/context.ts';
import { findOfferingWithGivers, type OfferingWithGivers } from './find-offering.ts';
import { dateOf, dayOf, edgeOf, localDayOf } from './local-days.ts';
import { nextStarts, startsOfAll } from './next-slots.ts';
import { noTimes, ownTimes, type OwnTimes, type SlotAccess } from './own-times.ts';
import { asAgreed, takesBookings, takesMoves, type OfferedService, type Plan } from './plan.ts';
import { planReader, type OfferingGiver, type PlanReader } from './read-plans.ts';
import { slotFrom, slotsByDay, type AvailabilityDay, type Slot } from './slots-by-day.ts';

export interface SlotsAsked {
  readonly offeringId: string;
  /** Null: any of those who give the offering. */
  readonly artisanId?: string | null;
  /** Local dates and times are in it; that of the artisan unless it is said. */
  readonly timeZone?: string | null;
  readonly partySize: number;
  readonly own?: OwnTimes;
}

export interface AvailabilityAsked extends SlotsAsked {
  /** A local date; today unless it is said. */
  readonly from?: string | null;
  readonly days: number;
}

/** With what the asker holds. */
export type WithAccess<Asked extends SlotsAsked> = Omit<Asked, 'own'> & { readonly access?: SlotAccess | null };

type Asking = Pick<AppContext, 'db' | 'now' | 'derived'>;

/** The times that are offered on some local days, for somebody who may have one of them already. */
export const showAvailability = async (
  ctx: Asking,
  { access, ...asked }: WithAccess<AvailabilityAsked>,
): Promise<AvailabilityDay[]> => findAvailability(ctx, { ...asked, own: await ownTimes(ctx, access ?? {}) });

/** The first time within the horizon, for somebody who may have one already; null where there is none. */
export const showNextAvailability = async (
  ctx: Asking,
  { access, ...asked }: WithAccess<SlotsAsked>,
): Promise<Slot | null> => findNextAvailability(ctx, { ...asked, own: await ownTimes(ctx, access ?? {}) });

/** The times that are offered on some local days, day by day. */
export async function findAvailability(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  asked: AvailabilityAsked,
): Promise<AvailabilityDay[]> {
  const { offering, givers, zone, isOpen } = await bookable(db, asked);
  const firstDay = asked.from ? dayOf(asked.from) : localDayOf(zone, now.getTime());
  const range = { from: edgeOf(zone, firstDay, 0), to: edgeOf(zone, firstDay + asked.days, 0) };
  const { references: ignoring } = asked.own ?? noTimes;
  const plans = await (await planReader(db, { offering, givers, now, ignoring }))(range);
  const dates = Array.from({ length: asked.days }, (_, index) => dateOf(firstDay + index));
  return slotsByDay(await startsOfAll(plans.filter(isOpen), range), { dates, zone, offering });
}

/** The first time within the horizon; null where there is none. */
export async function findNextAvailability(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  asked: SlotsAsked,
): Promise<Slot | null> {
  const { offering, givers, zone, isOpen } = await bookable(db, asked);
  const { references: ignoring } = asked.own ?? noTimes;
  const read = await planReader(db, { offering, givers, now, ignoring });
  const readOpen: PlanReader = async (range) => (await read(range)).filter(isOpen);
  const [first] = await nextStarts(readOpen, now.getTime(), 1);
  return first === undefined ? null : slotFrom(first, { zone, offering });
}

interface Bookable {
  readonly offering: OfferedService;
  readonly givers: readonly OfferingGiver[];
  readonly zone: string;
  readonly isOpen: (plan: Plan) => boolean;
}

/** The offering and those of its artisans who are asked for, where it takes bookings of so many people. */
async function bookable(db: Db, asked: SlotsAsked): Promise<Bookable> {
  const { offeringId, artisanId, timeZone, partySize } = asked;
  const found = await findOfferingWithGivers(db, offeringId);
  const given = artisanId ? found.givers.filter(({ id }) => id === artisanId) : found.givers;
  if (given.length === 0) throw new DomainError('NOT_FOUND');
  const moving = asItMoves(asked, { ...found, givers: given });
  if (moving !== null) return moving;
  const givers = given.filter(({ isPublished }) => isPublished);
  const [first] = givers;
  if (found.offering.status === 'ARCHIVED' || first === undefined) throw new DomainError('OFFERING_UNAVAILABLE');
  requireCapacity(found.offering, partySize);
  return { offering: found.offering, givers, zone: zoneOf(timeZone, first), isOpen: takesBookings };
}

/** A booking moves with its artisan and as it was agreed, whether new ones are taken or not; null for whoever has none of this offering. */
function asItMoves(
  { own = noTimes, offeringId, timeZone }: SlotsAsked,
  { offering, givers }: OfferingWithGivers,
): Bookable | null {
  const { booking } = own;
  const artisan = givers.find(({ id }) => id === booking?.artisanId);
  if (booking?.offeringId !== offeringId || artisan === undefined) return null;
  const zone = zoneOf(timeZone, artisan);
  return { offering: asAgreed(offering, booking), givers: [artisan], zone, isOpen: takesMoves };
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
