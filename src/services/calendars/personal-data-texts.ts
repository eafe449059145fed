import type { CalendarProvider } from '../../entities/calendars/calendar-connection.entity.ts';
import type { Db } from '../platform/context.ts';
import { admins, transferToUnitedStates, type PersonalDataTexts } from '../platform/personal-data-texts.ts';

/** Is there a calendar of theirs that an artisan connected? One that waits or is paused is still theirs. */
const isAnyConnected =
  (provider: CalendarProvider) =>
  async (db: Db): Promise<boolean> =>
    (await db
      .selectFrom('calendar_connection')
      .select('id')
      .where('provider', '=', provider)
      .where('status', '<>', 'DISCONNECTED')
      .limit(1)
      .executeTakeFirst()) !== undefined;

export const calendarsDataTexts: PersonalDataTexts = {
  records: { CALENDARS: { fr: 'agendas connectés', en: 'connected calendars' } },
  tables: {
    calendar_connection: { fr: 'comptes d’agendas connectés', en: 'accounts of connected calendars' },
    connected_calendar: { fr: 'noms des agendas connectés', en: 'names of connected calendars' },
    busy_block: {
      fr: 'occupations des agendas connectés, et leurs titres sur demande',
      en: 'busy times of connected calendars, and their titles where asked for',
    },
  },
  activities: {
    CALENDARS: {
      title: { fr: 'Agendas connectés', en: 'Connected calendars' },
      purpose: {
        fr: 'Ne pas proposer les heures où l’artisan est occupé ailleurs, et inscrire les rendez-vous dans son agenda.',
        en: 'Not offer the times at which the artisan is busy elsewhere, and write bookings into their calendar.',
      },
      basis: 'CONTRACT',
      people: ['STAFF', 'CUSTOMERS'],
      tables: ['calendar_connection', 'connected_calendar', 'busy_block'],
      retention: ['BUSY_BLOCKS', 'CALENDAR_FLOWS'],
      recipients: [admins],
      processors: ['GOOGLE', 'MICROSOFT'],
    },
  },
  processors: [
    {
      name: 'GOOGLE',
      company: (_config, locale) =>
        locale === 'fr' ? 'Google Ireland Limited (Dublin, Irlande)' : 'Google Ireland Limited (Dublin, Ireland)',
      purpose: {
        fr: 'tenir les agendas que les artisans y ont connectés',
        en: 'keep the calendars that artisans connected there',
      },
      transfer: transferToUnitedStates,
      isInUse: ({ GOOGLE_CALENDAR_CLIENT_ID, GOOGLE_CLIENT_ID }) =>
        (GOOGLE_CALENDAR_CLIENT_ID ?? GOOGLE_CLIENT_ID) !== undefined,
      isConnected: isAnyConnected('GOOGLE'),
    },
    {
      name: 'MICROSOFT',
      company: (_config, locale) =>
        locale === 'fr'
          ? 'Microsoft Ireland Operations Limited (Dublin, Irlande)'
          : 'Microsoft Ireland Operations Limited (Dublin, Ireland)',
      purpose: {
        fr: 'tenir les agendas que les artisans y ont connectés',
        en: 'keep the calendars that artisans connected there',
      },
      transfer: transferToUnitedStates,
      isInUse: ({ MICROSOFT_CALENDAR_CLIENT_ID, MICROSOFT_CLIENT_ID }) =>
        (MICROSOFT_CALENDAR_CLIENT_ID ?? MICROSOFT_CLIENT_ID) !== undefined,
      isConnected: isAnyConnected('MICROSOFT'),
    },
  ],
};
