import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { BookingFile } from '../../../entities/scheduling/booking-file.entity.ts';
import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { OfferingQuestion } from '../../../entities/scheduling/offering.entity.ts';
import { receiveFile, scanWish, type IncomingFile } from '../../files/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { liveStatuses } from '../booking.states.ts';
import { publishAgenda } from '../live.ts';
import {
  lockOpened,
  openBooking,
  partyOf,
  type BookingAccess,
  type OpenedBooking,
  type Opening,
} from './open-booking.ts';

export interface UploadBookingFile extends Omit<BookingAccess, 'email'> {
  /** A question of the kind FILE of its offering. */
  readonly questionId: string;
  readonly file: Promise<IncomingFile>;
}

type Receiving = Parameters<typeof receiveFile>[0] & Opening & Pick<AppContext, 'run' | 'antivirus'>;

/** Of one booking, whatever its questions. */
const mostFiles = 3;

/**
 * Sends a file that answers a question of the offering, until the appointment begins: three at most. The same one again changes
 * nothing. It is the booking's, and counts in nobody's space. Errors: BOOKING_NOT_FOUND, NOT_FOUND, ACTION_NOT_ALLOWED, INPUT_INVALID, QUOTA_EXCEEDED, RATE_LIMITED, and those of files.
 */
export async function uploadBookingFile(
  ctx: Receiving,
  { bookingId, code, token, questionId, file }: UploadBookingFile,
): Promise<{ readonly bookingId: string }> {
  const address = subscriberOf(ctx.actor.address);
  const access = { bookingId: bookingId ?? null, code: code ?? null, token: token ?? null };
  const opened = await openBooking(ctx, access, 'booking:reschedule');
  await ctx.limits.take('upload/address', address);
  const wanted = { opened, questionId };
  try {
    return await receiveFile(ctx, {
      upload: file,
      kinds: ['DOCUMENT', 'IMAGE'],
      withoutOwner: { slotKey: opened.bookingId },
      needsScan: scanWish(ctx),
      // Refuses before any byte is read what would be refused after all of them.
      permit: async () => void (await ctx.run(answerable, wanted)),
      attach: (tx, stored) => attach(tx, { ...wanted, stored }),
    });
  } catch (error) {
    if (error instanceof SentBefore) return { bookingId: opened.bookingId };
    throw error;
  }
}

/** The same bytes for the same question are there: this copy is thrown away with its transaction. */
class SentBefore extends Error {}

interface Wanted {
  readonly opened: OpenedBooking;
  readonly questionId: string;
}

/** The booking, locked, so that of several files at once no more come than may. */
async function answerable(
  tx: Tx<'em' | 'now'>,
  { opened, questionId }: Wanted,
): Promise<{ readonly booking: Booking; readonly question: OfferingQuestion }> {
  const booking = await lockOpened(tx, opened);
  const { status, startsAt } = booking;
  if (!liveStatuses.includes(status) || startsAt <= tx.now)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'upload', status });
  const question = isId(questionId)
    ? await tx.em.findOne(OfferingQuestion, { id: questionId, offering: booking.offering.id, kind: 'FILE' })
    : null;
  if (question === null) throw fieldError('input.questionId', 'isIn');
  return { booking, question };
}

async function attach(
  tx: Tx<'em' | 'now' | 'record' | 'publish'>,
  { stored, ...wanted }: Wanted & { readonly stored: StoredFile },
): Promise<{ readonly bookingId: string }> {
  const { booking, question } = await answerable(tx, wanted);
  const sent = await tx.em.find(BookingFile, { booking: booking.id }, { populate: ['file'] });
  if (sent.some(({ file, questionId }) => questionId === question.id && file.sha256 === stored.sha256))
    throw new SentBefore();
  if (sent.length >= mostFiles) throw new DomainError('QUOTA_EXCEEDED', { mostFiles });
  tx.em.create(BookingFile, { booking, file: stored, questionId: question.id, label: question.label });
  tx.record({
    ...{ action: 'BOOKING_UPDATED', targetType: 'booking', targetId: booking.id },
    payload: { by: partyOf(wanted.opened), changed: ['files'], fileId: stored.id },
  });
  publishAgenda(tx, booking.artisan.id, { bookingId: booking.id, verb: 'update' });
  return { bookingId: booking.id };
}
