import type { SlotRefusalReason } from '../../kernel/appointments.ts';
import { LockMode } from '@mikro-orm/core';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { Offering, OfferingArtisan } from '../../../entities/scheduling/offering.entity.ts';
import type { ConfirmationContext } from '../../billing/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { slotRefusals } from '../availability/check-slot.ts';
import type { AgreedLengths } from '../availability/plan.ts';

import type { BookableArtisan, BookableOffering } from '../bookings/bookable-offering.ts';
import { bookedInterval, type BookedInterval } from '../bookings/booked-interval.ts';
import { moveBooking } from '../bookings/move-booking.ts';
import { bookingRescheduled } from '../events.ts';
import { publishAgenda } from '../live.ts';
import { freeTime } from '../occupancy/free-time.ts';
import { takeTime } from '../occupancy/take-time.ts';
import { changeOffering, requireSuitable, returnExcess } from './change-offering.ts';
import { requireMovable, requireConfirmed } from './change-rules.ts';
import { lockOpened, partyOf, type OpenedBooking } from './open-booking.ts';

/** A booking that moves to another time, or to another artisan. */
export interface TimeMove {
  readonly opened: OpenedBooking;
  readonly startsAt: Date;
  readonly artisanId: string;
  readonly offeringId: string;
  readonly isByStaff: boolean;
  /** How long it is, as it was agreed; null where that changes with its offering. */
  readonly agreed: AgreedLengths | null;
  /** What it is of from now on, where that changes. */
  readonly offering?: BookableOffering | null | undefined;
  /** What the other side reads with it. */
  readonly message?: string | null;
}

type MovingTime = Omit<ConfirmationContext, 'config'>;

/** The same, and what was paid beyond a deposit that is lower now goes back. */
export const moveWith =
  (providers: AppContext['payments']) =>
  async (tx: ConfirmationContext, move: TimeMove): Promise<void> => {
    const booking = await moveTime(tx, move);
    if (move.offering) await returnExcess(tx, providers, booking);
  };

/**
 * Moves a booking in one transaction: its time is freed, the other one taken, and when that is somebody’s already all of it rolls back, so
 * that the old time stays as it was. To the time that it has, nothing happens.
 */
async function moveTime(tx: MovingTime, move: TimeMove): Promise<Booking> {
  const booking = await lockOpened(tx, move.opened);
  if (isThere(booking, move)) {
    requireConfirmed(booking);
    return booking;
  }
  await requireAllowed(tx, booking, move);
  const from = { startsAt: booking.startsAt, artisanId: booking.artisan.id };
  await freeTime(tx, { referenceId: booking.id, artisanId: from.artisanId });
  crashPoint('after-old-time-freed');
  await takeNew(tx, booking, move);
  crashPoint('after-new-time-taken');
  change(tx, booking, move);
  moveBooking(tx, booking, { verb: 'reschedule', by: partyOf(move.opened), from, message: move.message });
  if (from.artisanId !== move.artisanId)
    publishAgenda(tx, from.artisanId, { bookingId: booking.id, verb: 'reschedule' });
  await tx.em.flush();
  crashPoint('after-booking-moved');
  tx.emit(bookingRescheduled, {
    ...{ bookingId: booking.id, artisanId: move.artisanId, by: partyOf(move.opened), sequence: booking.sequence },
    ...{ fromStartsAt: from.startsAt.toISOString(), fromArtisanId: from.artisanId },
    isOtherOffering: Boolean(move.offering),
  });
  return booking;
}

const isThere = ({ startsAt, artisan }: Booking, move: TimeMove): boolean =>
  !move.offering && startsAt.getTime() === move.startsAt.getTime() && artisan.id === move.artisanId;

async function requireAllowed(tx: MovingTime, booking: Booking, move: TimeMove): Promise<void> {
  if (!move.isByStaff) {
    requireMovable(booking, tx.now);
    await requireOffered(tx, move);
    return;
  }
  requireConfirmed(booking);
  if (move.offering) return requireSuitable(booking, move.offering);
  if (booking.artisan.id === move.artisanId) return;
  const { offeringId: offering, artisanId: artisan } = move;
  if ((await tx.em.findOne(OfferingArtisan, { offering, artisan })) === null)
    throw new DomainError('OFFERING_UNAVAILABLE');
}

/** A daily limit is a count, which no key forbids: those who move into such a day wait for one another. */
async function requireOffered(tx: MovingTime, move: TimeMove): Promise<void> {
  const { maxPerDay } = await tx.em.findOneOrFail(Offering, { id: move.offeringId });
  if (maxPerDay !== null)
    await tx.em.findOneOrFail(Artisan, { id: move.artisanId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  await offeredTo({ db: writing(tx.em).db, now: tx.now }, move);
}

/** Of a booking that stands: it is none of the new ones that an archived offering or an artisan who pauses refuses. */
const forNewOnes: ReadonlySet<SlotRefusalReason> = new Set(['ARCHIVED', 'PAUSED', 'CAPACITY']);

/** Refuses a time that is not offered to the customer of the booking, to whom its own time counts as free. */
export async function offeredTo({ db, now }: { readonly db: Db; readonly now: Date }, move: TimeMove): Promise<void> {
  const { offeringId, artisanId, startsAt, agreed, opened } = move;
  const asked = { offeringId, artisanId, startsAt, now, agreed, ignoring: [opened.bookingId] };
  const refusal = (await slotRefusals(db, asked)).find(({ reason }) => !forNewOnes.has(reason));
  if (refusal !== undefined) throw new DomainError('SLOT_UNAVAILABLE', { reason: refusal.reason });
}

async function takeNew(tx: MovingTime, booking: Booking, move: TimeMove): Promise<void> {
  const { artisanId } = move;
  const [time, referenceId] = [intervalOf(booking, move), booking.id];
  if (!(await takeTime(tx, { ...time, artisanId, kind: 'BOOKING', referenceId })))
    throw new DomainError('SLOT_UNAVAILABLE', { reason: 'BOOKED' });
}

/** As long as it was agreed, with the minutes around it that were agreed; of another offering, as that one says. */
function intervalOf(booking: Booking, { startsAt, offering }: TimeMove): BookedInterval {
  if (offering) return bookedInterval(offering, offering.artisans[0] as BookableArtisan, startsAt);
  const { bufferBeforeMinutes, bufferAfterMinutes } = booking;
  return { startsAt, endsAt: endOf(booking, startsAt), bufferBeforeMinutes, bufferAfterMinutes };
}

const endOf = ({ durationMinutes }: Booking, startsAt: Date): Date =>
  new Date(startsAt.getTime() + durationMinutes * 60_000);

function change(tx: Tx<'em'>, booking: Booking, move: TimeMove): void {
  const { artisanId, isByStaff, offering } = move;
  Object.assign(booking, { ...intervalOf(booking, move), artisan: tx.em.getReference(Artisan, artisanId) });
  if (offering) changeOffering(tx, booking, offering);
  booking.sequence += 1;
  if (!isByStaff) booking.rescheduleCount += 1;
}
