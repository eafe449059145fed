import type { Booking, BookingParty } from '../../../entities/scheduling/booking.entity.ts';
import { can } from '../../access/actor.ts';
import type { Permission } from '../../access/permissions.ts';
import { normalEmail } from '../../identity/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import { safeEqual } from '../../kernel/safe-equal.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { readCode } from '../bookings/booking-code.ts';
import { isOpenedBy } from '../bookings/manage-token.ts';
import { findLockedBooking } from '../bookings/load-booking.ts';
import { isOwnAgenda } from '../load-artisan.ts';
import { bookingByCode, bookingById, type FoundBooking } from './find-booking.ts';

/**
 * Which booking, and by what right: its code with the token of its link or with its address, its code alone for the account that
 * booked, its id for that account and for those whose agenda it is in.
 */
export interface BookingAccess {
  readonly bookingId?: string | null;
  readonly code?: string | null;
  readonly token?: string | null;
  readonly email?: string | null;
  /** Where the code is asked for: in an input unless said. */
  readonly codePath?: string;
}

/** By the address one may look and ask for the link; what it changes is confirmed by a mail to that address. */
export type AccessMeans = 'TOKEN' | 'EMAIL' | 'ACCOUNT' | 'STAFF';

export interface OpenedBooking {
  readonly bookingId: string;
  readonly means: AccessMeans;
  /** As it was when the booking was opened: a link that was voided meanwhile opens nothing. Null for those who need no link. */
  readonly manageHash: string | null;
}

export type Opening = Pick<AppContext, 'db' | 'actor' | 'limits' | 'derived'>;

/** Opens a booking, or refuses with BOOKING_NOT_FOUND, whatever of it was wrong; NOT_FOUND for an id, RATE_LIMITED for too many wrong pairs. */
export async function openBooking(ctx: Opening, access: BookingAccess, permission: Permission): Promise<OpenedBooking> {
  const { bookingId, code, token, email, codePath = 'input.code' } = access;
  if (bookingId) return openById(ctx, bookingId, permission);
  if (!code) throw fieldError(codePath, 'isRequired');
  if (token) return openByToken(ctx, code, token);
  return email ? openByPair(ctx, code, email) : openByAccount(ctx, code);
}

async function openById({ db, actor }: Opening, id: string, permission: Permission): Promise<OpenedBooking> {
  const found = await bookingById(db, id);
  if (found === undefined) throw new DomainError('NOT_FOUND');
  if (isOwnAgenda(actor, { userId: found.artisanUserId }) && can(actor, permission)) return opened(found, 'STAFF');
  if (actor.userId !== null && found.userId === actor.userId) return opened(found, 'ACCOUNT');
  throw new DomainError('NOT_FOUND');
}

async function openByAccount({ db, actor }: Opening, code: string): Promise<OpenedBooking> {
  const found = await bookingByCode(db, readCode(code));
  if (found === undefined || actor.userId === null || found.userId !== actor.userId) throw notFound();
  return opened(found, 'ACCOUNT');
}

async function openByToken({ db, derived }: Opening, code: string, token: string): Promise<OpenedBooking> {
  const found = await bookingByCode(db, readCode(code));
  if (found === undefined || !isOpenedBy(derived, found, token)) throw notFound();
  return opened(found, 'TOKEN');
}

/**
 * Five wrong pairs an hour for a code, twenty in a quarter of an hour from one address. An unknown code and a wrong address take the
 * same steps: one read, one comparison.
 */
async function openByPair({ db, actor, limits }: Opening, code: string, email: string): Promise<OpenedBooking> {
  const publicCode = readCode(code);
  const [codeKey, address] = [fingerprint(publicCode ?? code), subscriberOf(actor.address)];
  // Taken before the read, so that pairs that are tried at once count too; whoever knows the right one gets them back.
  await limits.take('booking-pair/code', codeKey);
  await limits.check('booking-pair/address', address);
  const found = await bookingByCode(db, publicCode);
  const isIt = safeEqual(fingerprint(found?.customerEmail ?? ''), fingerprint(normalEmail(email)));
  if (found === undefined || !isIt) {
    await limits.take('booking-pair/address', address);
    throw notFound();
  }
  await limits.forgive('booking-pair/code', codeKey);
  return opened(found, 'EMAIL');
}

const notFound = (): DomainError => new DomainError('BOOKING_NOT_FOUND');

const opened = ({ id, manageHash }: FoundBooking, means: AccessMeans): OpenedBooking => ({
  bookingId: id,
  means,
  manageHash: means === 'TOKEN' || means === 'EMAIL' ? manageHash : null,
});

export const partyOf = ({ means }: Pick<OpenedBooking, 'means'>): BookingParty =>
  means === 'STAFF' ? 'ARTISAN' : 'CUSTOMER';

/** The same booking, locked until the commit. */
export async function lockOpened(
  tx: Tx<'em'>,
  { bookingId, manageHash }: Pick<OpenedBooking, 'bookingId' | 'manageHash'>,
): Promise<Booking> {
  const booking = await findLockedBooking(tx, bookingId);
  if (booking === null) throw new DomainError('NOT_FOUND');
  if (manageHash !== null && booking.manageHash !== manageHash) throw notFound();
  return booking;
}
