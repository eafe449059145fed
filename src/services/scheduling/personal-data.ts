import { Booking } from '../../entities/scheduling/booking.entity.ts';
import type { Db } from '../platform/context.ts';
import { writing } from '../platform/orm/values.ts';
import { lost, type DataSubject, type PersonalData } from '../platform/personal-data.ts';
import { anonymous } from './bookings/anonymous-booking.ts';
import { schedulingDataTexts } from './personal-data-texts.ts';

/** Bookings of the account, and those that name their address, where it is shown to be theirs. */
const theirBookings = (db: Db, { userId, email, isAddressUnproven = false }: DataSubject) => {
  const rows = db.selectFrom('booking');
  return email === '' || isAddressUnproven
    ? rows.where('user_id', '=', userId)
    : rows.where((eb) => eb.or([eb('user_id', '=', userId), eb('customer_email', '=', email)]));
};

const theirAgenda = (db: Db, userId: string) => db.selectFrom('artisan').where('user_id', '=', userId);

/** What the bookings of a person say of them, and what an artisan says of themselves. */
export const schedulingPersonalData: PersonalData = {
  domain: 'scheduling',
  texts: schedulingDataTexts,
  collect: async (db, subject) => [
    { table: 'booking', rows: await theirBookings(db, subject).selectAll().orderBy('id').execute() },
    { table: 'artisan', rows: await theirAgenda(db, subject.userId).selectAll().execute() },
    {
      table: 'closure',
      rows: await db
        .selectFrom('closure')
        .selectAll()
        .where('artisan_id', 'in', theirAgenda(db, subject.userId).select('id'))
        .orderBy('id')
        .execute(),
    },
  ],
  keepUnused: [
    { table: 'booking', column: 'user_id' },
    { table: 'artisan', column: 'user_id' },
  ],
  async erase({ em }, subject) {
    const { db } = writing(em);
    const ids = (await theirBookings(db, subject).select('id').execute()).map(({ id }) => id);
    await em.nativeUpdate(Booking, { id: { $in: ids } }, { ...anonymous, userId: null });
    const { numUpdatedRows } = await db
      .updateTable('artisan')
      .set({ user_id: null, status: 'PAUSED', display_name: '', email: '', phone: null, place: null, bio: null })
      .where('user_id', '=', subject.userId)
      .executeTakeFirstOrThrow();
    return [lost('BOOKINGS', ids.length, 'PSEUDONYMISED'), lost('ARTISANS', Number(numUpdatedRows), 'PSEUDONYMISED')];
  },
};
