import { can, type Actor } from '../../../access/actor.ts';
import { fileColumns, type FileQuestion, type FileRow } from '../../../files/index.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { isOwnAgenda } from '../../load-artisan.ts';

export interface BookingFileRow {
  readonly id: string;
  readonly questionId: string;
  readonly label: string;
  readonly file: FileRow;
}

/** The files of each of these bookings, in the order in which they came. */
export async function filesOfBookings(
  { db }: Pick<ReadContext, 'db'>,
  bookingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly BookingFileRow[]>> {
  if (bookingIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('booking_file as b')
    .innerJoin('stored_file as f', 'f.id', 'b.file_id')
    .select(['b.id as attachedId', 'b.booking_id as bookingId', 'b.question_id as questionId', 'b.label'])
    .select(fileColumns)
    .where('b.booking_id', 'in', bookingIds)
    .where('f.deleted_at', 'is', null)
    .orderBy('b.created_at')
    .orderBy('b.id')
    .execute();
  const found = new Map<string, BookingFileRow[]>(bookingIds.map((id) => [id, []]));
  for (const { attachedId: id, bookingId, questionId, label, ...file } of rows)
    found.get(bookingId)?.push({ id, questionId, label, file: file as unknown as FileRow });
  return found;
}

const bookingsOf = (db: Db, fileId: string) =>
  db
    .selectFrom('booking_file')
    .innerJoin('booking', 'booking.id', 'booking_file.booking_id')
    .innerJoin('artisan', 'artisan.id', 'booking.artisan_id')
    .select(['booking.user_id as customerId', 'artisan.user_id as userId'])
    .where('booking_file.file_id', '=', fileId)
    .execute();

const isTheirs = (actor: Actor, customerId: string | null): boolean =>
  customerId !== null && customerId === actor.userId;

/** The artisan reads what they were sent, and a customer with an account what they sent. */
export const mayReadBookingFile: FileQuestion = async ({ db, actor }, fileId) =>
  (await bookingsOf(db, fileId)).some(
    ({ customerId, userId }) =>
      isTheirs(actor, customerId) || (can(actor, 'booking:read') && isOwnAgenda(actor, { userId })),
  );

/** It stays as long as its booking says anything of its customer. */
export const isBookingFileHeld: FileQuestion = async ({ db }, fileId) => (await bookingsOf(db, fileId)).length > 0;
