import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { normalEmail } from '../../identity/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { writing } from '../../platform/orm/values.ts';
import { answersTo, questionsOf, type GivenAnswer } from '../bookings/answers.ts';
import { agreedChannels } from '../bookings/place-booking.ts';
import { manageHashOf } from '../bookings/manage-token.ts';
import { liveStatuses } from '../booking.states.ts';
import { bookingLinkRequested } from '../events.ts';
import { planRemindersTask } from '../reminders/reminder-jobs.ts';
import { publishAgenda } from '../live.ts';
import { readPhone, requirePhone } from '../phone.ts';
import {
  lockOpened,
  openBooking,
  partyOf,
  type BookingAccess,
  type OpenedBooking,
  type Opening,
} from './open-booking.ts';

/** What is left out stays; null empties what may be empty. */
export interface BookingDetails {
  readonly customer?: {
    readonly name?: string | null;
    readonly email?: string | null;
    readonly phone?: string | null;
  } | null;
  readonly notifications?: { readonly email?: boolean | null; readonly sms?: boolean | null } | null;
  /** All of them anew. */
  readonly answers?: readonly GivenAnswer[] | null;
  readonly note?: string | null;
}

export interface UpdateBookingDetails extends Omit<BookingAccess, 'email'>, BookingDetails {}

type Updating = Tx<'em' | 'now' | 'emit' | 'publish' | 'record' | 'enqueue'>;

/**
 * Changes what a booking says of its customer until it begins. A new address voids the link, and a new one is mailed there: who reads the old
 * mailbox manages nothing any more. Errors: BOOKING_NOT_FOUND, NOT_FOUND, ACTION_NOT_ALLOWED, ANSWER_REQUIRED, PHONE_NOT_MOBILE,
 * INPUT_INVALID, RATE_LIMITED.
 */
export async function updateBookingDetails(
  ctx: Opening & Pick<AppContext, 'run' | 'derived'>,
  { bookingId, code, token, ...details }: UpdateBookingDetails,
): Promise<{ readonly bookingId: string }> {
  const access = { bookingId: bookingId ?? null, code: code ?? null, token: token ?? null };
  const opened = await openBooking(ctx, access, 'booking:reschedule');
  if (details.customer?.email) await ctx.limits.take('booking-mail/booking', opened.bookingId);
  await ctx.run(updateWith(ctx.derived), { opened, details });
  return { bookingId: opened.bookingId };
}

const updateWith =
  (derived: DerivedSecrets) =>
  async (tx: Updating, { opened, details }: { readonly opened: OpenedBooking; readonly details: BookingDetails }) => {
    const booking = await lockOpened(tx, opened);
    requireAhead(booking, tx.now);
    const changes = await changesOf(tx, booking, details);
    const changed = Object.keys(changes).filter(
      (key) => !isSame(booking[key as keyof Booking], changes[key as keyof Changes]),
    );
    if (changed.length === 0) return;
    Object.assign(booking, changes);
    if (changed.includes('customerEmail')) renewLink(tx, booking, derived);
    // Reminders by text may be wanted from now on.
    if (changed.includes('notifyBySms')) tx.enqueue(planRemindersTask, { bookingId: booking.id });
    tx.record({
      action: 'BOOKING_UPDATED',
      targetType: 'booking',
      targetId: booking.id,
      payload: { by: partyOf(opened), changed, ...agreedChannels(booking) },
    });
    publishAgenda(tx, booking.artisan.id, { bookingId: booking.id, verb: 'update' });
  };

function requireAhead({ status, startsAt }: Booking, now: Date): void {
  if (liveStatuses.includes(status) && startsAt > now) return;
  throw new DomainError('ACTION_NOT_ALLOWED', { action: 'update', status });
}

type Changes = Partial<
  Pick<
    Booking,
    'customerName' | 'customerEmail' | 'customerPhone' | 'notifyByEmail' | 'notifyBySms' | 'answers' | 'customerNote'
  >
>;

const isSame = (before: unknown, after: unknown): boolean => JSON.stringify(before) === JSON.stringify(after);

async function changesOf(tx: Updating, booking: Booking, details: BookingDetails): Promise<Changes> {
  const { answers } = details;
  return {
    ...namesOf(details),
    ...(await phoneOf(tx, booking, details)),
    ...channelsOf(details),
    ...(answers && { answers: answersTo(await questionsOf(writing(tx.em).db, booking.offering.id), answers) }),
    ...noteOf(details),
  };
}

const noteOf = ({ note }: BookingDetails): Changes =>
  note === undefined ? {} : { customerNote: note?.trim() || null };

const namesOf = ({ customer }: BookingDetails): Changes => ({
  ...(customer?.name && { customerName: customer.name }),
  ...(customer?.email && { customerEmail: normalEmail(customer.email) }),
});

const channelsOf = ({ notifications }: BookingDetails): Changes => ({
  ...(typeof notifications?.email === 'boolean' && { notifyByEmail: notifications.email }),
  ...(typeof notifications?.sms === 'boolean' && { notifyBySms: notifications.sms }),
});

const path = 'input.customer.phone';

/** In E.164; text messages want one that they reach. */
async function phoneOf({ em }: Updating, booking: Booking, details: BookingDetails): Promise<Changes> {
  const phone = details.customer?.phone;
  const mustBeMobile = details.notifications?.sms ?? booking.notifyBySms;
  const { country } = await em.findOneOrFail(Artisan, { id: booking.artisan.id });
  if (phone) return { customerPhone: requirePhone(phone, { country, path, mustBeMobile }) };
  const kept = phone === null ? null : booking.customerPhone;
  if (mustBeMobile && !isMobile(kept, country))
    throw new DomainError('PHONE_NOT_MOBILE', { fields: [{ path, rules: ['mobile'] }] });
  return { customerPhone: kept };
}

const isMobile = (phone: string | null, country: string): boolean =>
  phone !== null && readPhone(phone, country)?.isMobile === true;

function renewLink({ now, emit }: Tx<'now' | 'emit'>, booking: Booking, derived: DerivedSecrets): void {
  booking.manageVersion += 1;
  booking.manageHash = manageHashOf(derived, booking);
  emit(bookingLinkRequested, { bookingId: booking.id, artisanId: booking.artisan.id, requestedAt: now.toISOString() });
}
