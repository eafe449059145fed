import type { AppContext } from '../../platform/context.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { alternativesTo } from '../availability/check-slot.ts';
import { instantOfSlot } from '../availability/instant-of-slot.ts';
import { chosenOffering } from '../bookings/bookable-offering.ts';
import { isOwnAgenda } from '../load-artisan.ts';
import { isOnGrid } from '../occupancy/quanta.ts';
import { askByMail, type Asking, type BookingChange } from './ask-by-mail.ts';
import { moveWith, offeredTo, type TimeMove } from './move-time.ts';
import { openBooking, partyOf, type BookingAccess, type OpenedBooking } from './open-booking.ts';

export interface NewTime {
  readonly startsAt?: Date | null | undefined;
  /** Instead of the instant: a date and a time on the clock of the artisan. */
  readonly date?: string | null | undefined;
  readonly time?: string | null | undefined;
  /** Whom it is with from now on: for staff. */
  readonly artisanId?: string | null | undefined;
  /** What it is of from now on: for staff, who may leave the time as it is. */
  readonly offeringId?: string | null | undefined;
}

export interface RescheduleBooking extends BookingAccess, NewTime {}

type Moving = Asking & Pick<AppContext, 'run' | 'payments'>;

/**
 * Moves a booking to another time: same code, same price. A customer is bound by the rules of the offering; staff only by what takes the
 * time already. To the time that it has, nothing changes. Errors: BOOKING_NOT_FOUND, NOT_FOUND, SLOT_UNAVAILABLE, TOO_LATE_TO_RESCHEDULE,
 * RESCHEDULE_LIMIT, TIME_DOES_NOT_EXIST, TIME_AMBIGUOUS, OFFERING_UNAVAILABLE, ACTION_NOT_ALLOWED, RATE_LIMITED.
 */
export async function rescheduleBooking(ctx: Moving, input: RescheduleBooking): Promise<BookingChange> {
  const { startsAt, date, time, artisanId, offeringId, ...access } = input;
  const opened = await openBooking(ctx, access, 'booking:reschedule');
  const move = await readMove(ctx, opened, { startsAt, date, time, artisanId, offeringId });
  if (opened.means !== 'EMAIL') {
    await moveOrSuggest(ctx, move);
    return { bookingId: opened.bookingId, isDone: true };
  }
  await suggesting(ctx, move, () => offeredTo(ctx, move));
  return askByMail(ctx, opened, { change: 'MOVE', startsAt: move.startsAt });
}

/** The move that is asked for, all of it known. */
export async function readMove(ctx: Moving, opened: OpenedBooking, time: NewTime): Promise<TimeMove> {
  const [booking, isByStaff] = [await theBooking(ctx, opened.bookingId), partyOf(opened) === 'ARTISAN'];
  const artisan = time.artisanId ? await otherArtisan(ctx, time.artisanId, isByStaff) : booking;
  const { artisanId } = artisan;
  const offering = await otherOffering(ctx, booking, { ...time, artisanId, isByStaff });
  const isSameTime = Boolean(time.offeringId) && isSilent(time);
  const startsAt = isSameTime ? booking.startsAt : startOf(time, artisan.timeZone);
  requireSensible(ctx, startsAt, isByStaff);
  const offeringId = offering?.id ?? booking.offeringId;
  return { opened, startsAt, artisanId, offeringId, isByStaff, offering, agreed: offering ? null : booking.agreed };
}

function requireSensible({ now }: Moving, startsAt: Date, isByStaff: boolean): void {
  if (isByStaff && !isOnGrid(startsAt)) throw fieldError('input.startsAt', 'grid');
  if (startsAt <= now) throw fieldError('input.startsAt', 'future');
}

/** Says nothing of the time. */
const isSilent = ({ startsAt, date, time }: NewTime): boolean => !startsAt && !date && !time;

interface OfferingWish {
  readonly offeringId?: string | null | undefined;
  readonly artisanId: string;
  readonly isByStaff: boolean;
}

/** Null for the one that it is of: what was agreed stays, whatever that offering says by now. */
async function otherOffering(
  { db }: Moving,
  booking: { readonly offeringId: string },
  { offeringId, artisanId, isByStaff }: OfferingWish,
) {
  if (!offeringId) return null;
  if (!isByStaff) throw fieldError('input.offeringId', 'staffOnly');
  if (offeringId === booking.offeringId) return null;
  return chosenOffering(db, { offeringId, artisanId });
}

function startOf({ startsAt, date, time }: NewTime, zone: string): Date {
  if (startsAt) {
    if (date || time) throw fieldError('input.date', 'instantOrDate');
    return startsAt;
  }
  if (!date || !time) throw fieldError('input.startsAt', 'isRequired');
  return instantOfSlot({ date, time, zone });
}

const theBooking = async ({ db }: Moving, id: string) => {
  const row = await db
    .selectFrom('booking')
    .innerJoin('artisan', 'artisan.id', 'booking.artisan_id')
    .select(['booking.offering_id as offeringId', 'booking.artisan_id as artisanId', 'artisan.time_zone as timeZone'])
    .select(['booking.starts_at as startsAt', 'booking.duration_minutes as durationMinutes'])
    .select(['buffer_before_minutes as bufferBeforeMinutes', 'buffer_after_minutes as bufferAfterMinutes'])
    .where('booking.id', '=', id)
    .executeTakeFirstOrThrow();
  const { offeringId, artisanId, timeZone, startsAt, ...agreed } = row;
  return { offeringId, artisanId, timeZone, startsAt: instantFrom(startsAt), agreed };
};

/** Somebody’s own agenda, or any for those who reach every one. */
async function otherArtisan({ db, actor }: Moving, id: string, isByStaff: boolean) {
  if (!isByStaff) throw fieldError('input.artisanId', 'staffOnly');
  const artisan = await db
    .selectFrom('artisan')
    .select(['id as artisanId', 'time_zone as timeZone', 'user_id as userId'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (artisan === undefined || !isOwnAgenda(actor, artisan)) throw new DomainError('NOT_FOUND');
  return artisan;
}

/** Moves it; a time that is not free is refused with up to three others, and the old one stays as it was. */
export const moveOrSuggest = (ctx: Moving, move: TimeMove): Promise<void> =>
  suggesting(ctx, move, () => ctx.run(moveWith(ctx.payments), move));

async function suggesting(ctx: Moving, move: TimeMove, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'SLOT_UNAVAILABLE') throw error;
    const { offeringId, artisanId, startsAt, agreed, opened } = move;
    const asked = { offeringId, artisanId, startsAt, agreed, now: ctx.now, ignoring: [opened.bookingId] };
    const alternatives = (await alternativesTo(ctx.db, asked)).map((at) => at.toISOString());
    throw new DomainError('SLOT_UNAVAILABLE', { ...error.details, alternatives });
  }
}
