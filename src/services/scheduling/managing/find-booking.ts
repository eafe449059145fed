import { isId } from '../../kernel/ids.ts';
import type { Db } from '../../platform/context.ts';

const bookings = (db: Db) =>
  db
    .selectFrom('booking')
    .innerJoin('artisan', 'artisan.id', 'booking.artisan_id')
    .select(['booking.id', 'booking.user_id as userId', 'booking.manage_hash as manageHash'])
    .select('booking.manage_version as manageVersion')
    .select(['booking.customer_email as customerEmail', 'artisan.user_id as artisanUserId']);

/** Whose a booking is, and what opens it. */
export type FoundBooking = Awaited<ReturnType<ReturnType<typeof bookings>['execute']>>[number];

export const bookingById = async (db: Db, id: string): Promise<FoundBooking | undefined> =>
  isId(id) ? bookings(db).where('booking.id', '=', id).executeTakeFirst() : undefined;

/** What can be no code is looked for all the same, so that it takes as long. */
export const bookingByCode = (db: Db, publicCode: string | null): Promise<FoundBooking | undefined> =>
  bookings(db)
    .where('booking.public_code', '=', publicCode ?? '')
    .executeTakeFirst();
