import type { Db } from '../platform/context.ts';
import { heldAmong, legalHold } from '../platform/legal-holds.ts';
import { writing } from '../platform/orm/values.ts';
import { textsAbout } from '../notifications/index.ts';
import {
  inChunks,
  lost,
  obstacle,
  type DataSubject,
  type PersonalData,
  type PersonalRows,
} from '../platform/personal-data.ts';
import { liveStatuses } from './booking.states.ts';
import { cancelForgotten } from './bookings/cancel-forgotten.ts';
import { forgetBookings } from './bookings/forget-bookings.ts';
import { filesOfBookings } from './bookings/queries/booking-files.ts';
import { agendaInUse, bookingToCome, schedulingDataTexts } from './personal-data-texts.ts';

/** Bookings of the account, and those that name their address, where it is shown to be theirs. */
const theirBookings = (db: Db, { userId, email, isAddressUnproven = false }: DataSubject) => {
  const rows = db.selectFrom('booking');
  return email === '' || isAddressUnproven
    ? rows.where('user_id', '=', userId)
    : rows.where((eb) => eb.or([eb('user_id', '=', userId), eb('customer_email', '=', email)]));
};

const theirAgenda = (db: Db, userId: string) => db.selectFrom('artisan').where('user_id', '=', userId);

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

const theirIds = async (db: Db, subject: DataSubject): Promise<string[]> =>
  idsOf(await theirBookings(db, subject).select('id').orderBy('id').execute());

/** The texts about bookings that were made without an account; those of the account are with it. */
async function theirTexts(db: Db, subject: DataSubject) {
  const chunks = inChunks(await theirIds(db, subject));
  return (await Promise.all(chunks.map((ids) => textsAbout(db, ids)))).flat();
}

/** What they read of changes of their bookings, and what they say of them. */
async function partsOf(db: Db, ids: readonly string[]): Promise<PersonalRows[]> {
  const parts = (table: 'booking_history' | 'review') =>
    inChunks(ids).map((some) =>
      db.selectFrom(table).selectAll().where('booking_id', 'in', some).orderBy('id').execute(),
    );
  const files = await filesOfBookings({ db }, ids);
  return [
    { table: 'stored_file', rows: [...files.values()].flatMap((sent) => sent.map(({ file }) => ({ ...file }))) },
    { table: 'booking_history', rows: (await Promise.all(parts('booking_history'))).flat() },
    { table: 'review', rows: (await Promise.all(parts('review'))).flat() },
  ];
}

/** What the bookings of a person say of them, and what an artisan says of themselves. */
export const schedulingPersonalData: PersonalData = {
  domain: 'scheduling',
  texts: schedulingDataTexts,
  collect: async (db, subject) => [
    { table: 'booking', rows: await theirBookings(db, subject).selectAll().orderBy('id').execute() },
    { table: 'sms_delivery', rows: await theirTexts(db, subject) },
    ...(await partsOf(db, await theirIds(db, subject))),
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
  async obstacles(db, { now, ...subject }) {
    const theirs = await theirIds(db, subject);
    const paid = theirBookings(db, subject).where('status', '=', 'CONFIRMED').where('deposit_cents', '>', 0);
    const withThem = db
      .selectFrom('booking')
      .where('artisan_id', 'in', theirAgenda(db, subject.userId).select('id'))
      .where('status', 'in', liveStatuses);
    const toCome = [paid, withThem].map((rows) => rows.where('ends_at', '>', now).select('id').orderBy('id').execute());
    const [paidIds = [], withThemIds = []] = (await Promise.all(toCome)).map(idsOf);
    return [
      ...obstacle(bookingToCome, paidIds),
      ...obstacle(agendaInUse, withThemIds),
      ...obstacle(legalHold, await heldAmong(db, 'booking', theirs)),
    ];
  },
  // Mails, texts and notifications name them.
  traces: theirIds,
  async erase(tx, subject) {
    const { db } = writing(tx.em);
    const ids = await theirIds(db, subject);
    await cancelForgotten(tx, ids);
    await forgetBookings(tx, ids);
    await db.updateTable('booking').set({ user_id: null }).where('user_id', '=', subject.userId).execute();
    await db
      .updateTable('closure')
      .set({ reason: null })
      .where('artisan_id', 'in', theirAgenda(db, subject.userId).select('id'))
      .execute();
    await db.deleteFrom('feed_link').where('artisan_id', 'in', theirAgenda(db, subject.userId).select('id')).execute();
    const { numUpdatedRows } = await db
      .updateTable('artisan')
      .set({ user_id: null, status: 'PAUSED', display_name: '', email: '', phone: null, place: null, bio: null })
      .where('user_id', '=', subject.userId)
      .executeTakeFirstOrThrow();
    return [lost('BOOKINGS', ids.length, 'PSEUDONYMISED'), lost('ARTISANS', Number(numUpdatedRows), 'PSEUDONYMISED')];
  },
};
