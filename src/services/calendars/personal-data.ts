import { CalendarConnection } from '../../entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../entities/calendars/connected-calendar.entity.ts';
import { Artisan } from '../../entities/scheduling/artisan.entity.ts';
import type { Db } from '../platform/context.ts';
import { lost, type PersonalData } from '../platform/personal-data.ts';
import { destroyCredentials } from './connections/credentials.ts';
import { calendarsDataTexts } from './personal-data-texts.ts';
import { noteReadings } from './reading/note-readings.ts';
import { clearCalendar } from './reading/clear-calendar.ts';

const theirConnections = (db: Db, userId: string) =>
  db
    .selectFrom('calendar_connection')
    .where(
      'calendar_connection.artisan_id',
      'in',
      db.selectFrom('artisan').select('artisan.id').where('artisan.user_id', '=', userId),
    );

const theirCalendars = (db: Db, userId: string) =>
  db
    .selectFrom('connected_calendar')
    .where('connected_calendar.connection_id', 'in', theirConnections(db, userId).select('calendar_connection.id'));

/** The accounts that an artisan connected, their calendars, and when they were busy. What opens an account is nobody's to export. */
export const calendarsPersonalData: PersonalData = {
  domain: 'calendars',
  texts: calendarsDataTexts,
  collect: async (db, { userId }) => [
    {
      table: 'calendar_connection',
      rows: await theirConnections(db, userId)
        .select(['id', 'provider', 'account', 'status', 'created_at', 'last_success_at', 'disconnected_at'])
        .orderBy('id')
        .execute(),
    },
    {
      table: 'connected_calendar',
      rows: await theirCalendars(db, userId)
        .select(['id', 'name', 'external_id', 'time_zone', 'blocks', 'receives_bookings', 'created_at'])
        .orderBy('id')
        .execute(),
    },
    {
      table: 'busy_block',
      rows: await db
        .selectFrom('busy_block')
        .select(['id', 'starts_at', 'ends_at', 'is_all_day', 'title'])
        .where('calendar_id', 'in', theirCalendars(db, userId).select('connected_calendar.id'))
        .orderBy('id')
        .execute(),
    },
  ],
  async erase(tx, { userId }) {
    const artisan = await tx.em.findOne(Artisan, { userId });
    if (artisan === null) return [];
    const connections = await tx.em.find(CalendarConnection, { artisan: artisan.id });
    for (const connection of connections) {
      await destroyCredentials(tx, connection);
      for (const calendar of await tx.em.find(ConnectedCalendar, { connection: connection.id }))
        await clearCalendar(tx, calendar, artisan);
      await tx.em.flush();
      await tx.em.nativeDelete(CalendarConnection, { id: connection.id });
    }
    await noteReadings(tx, artisan.id);
    return [lost('CALENDARS', connections.length)];
  },
};
