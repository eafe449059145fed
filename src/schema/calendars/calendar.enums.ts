import { registerEnumType } from 'type-graphql';
import {
  conflictKinds,
  conflictResolutions,
  conflictStatuses,
} from '../../entities/calendars/calendar-conflict.entity.ts';
import { calendarProviders, connectionStatuses } from '../../entities/calendars/calendar-connection.entity.ts';
import { calendarHealths } from '../../services/kernel/calendar-health.ts';
import { enumOf } from '../shared/enum-of.ts';

export const CalendarProviderEnum = enumOf(calendarProviders);
registerEnumType(CalendarProviderEnum, {
  name: 'CalendarProvider',
  description: 'Where an artisan keeps calendars.',
  valuesConfig: {
    GOOGLE: { description: 'Google Calendar.' },
    MICROSOFT: { description: 'Outlook and Microsoft 365.' },
    CALDAV: { description: 'A CalDAV server, of Apple or others, with an app password.' },
    ICS: { description: 'The secret address of a file, which is only read.' },
  },
});

export const CalendarConnectionStatusEnum = enumOf(connectionStatuses);
registerEnumType(CalendarConnectionStatusEnum, {
  name: 'CalendarConnectionStatus',
  description: 'How a connection is.',
  valuesConfig: {
    CONNECTED: { description: 'It is read every quarter of an hour.' },
    TO_RECONNECT: { description: 'Its provider refuses what we know: its owner must connect it again.' },
    PAUSED: { description: 'The plan includes fewer connections.' },
    DISCONNECTED: { description: 'Only the busy time that was known is kept.' },
  },
});

export const CalendarHealthEnum = enumOf(calendarHealths);
registerEnumType(CalendarHealthEnum, {
  name: 'CalendarHealth',
  description: 'How a connection does.',
  valuesConfig: {
    CONNECTING: { description: 'It is connected, and was not read yet.' },
    HEALTHY: { description: 'It was read the last time.' },
    DEGRADED: { description: 'It was not read the last time: it is tried again by itself.' },
    TO_RECONNECT: { description: 'Its provider refuses what we know: its owner must connect it again.' },
    PAUSED: { description: 'The plan includes fewer connections.' },
    DISCONNECTED: { description: 'Only the busy time that was known is kept.' },
  },
});

export const ConflictKindEnum = enumOf(conflictKinds);
registerEnumType(ConflictKindEnum, {
  name: 'CalendarConflictKind',
  description: 'What a booking and a calendar disagree on.',
  valuesConfig: {
    OWN_EVENT_MOVED: { description: 'The event of the booking was moved there.' },
    OWN_EVENT_DELETED: { description: 'The event of the booking was deleted there.' },
    OVERLAP: { description: 'Another event lies on the confirmed booking.' },
  },
});

export const ConflictStatusEnum = enumOf(conflictStatuses);
registerEnumType(ConflictStatusEnum, {
  name: 'CalendarConflictStatus',
  description: 'What became of a conflict.',
  valuesConfig: {
    OPEN: { description: 'The artisan has yet to decide.' },
    RESOLVED: { description: 'They decided.' },
    GONE: { description: 'Its cause went by itself.' },
  },
});

export const ConflictResolutionEnum = enumOf(conflictResolutions);
registerEnumType(ConflictResolutionEnum, {
  name: 'CalendarConflictResolution',
  description: 'What the artisan decides.',
  valuesConfig: {
    MOVE_BOOKING: { description: 'The booking moves: to where its event is, or to another time.' },
    CANCEL_BOOKING: { description: 'The booking is cancelled, with what follows from it.' },
    RESTORE_EVENT: { description: 'The event is written again as the booking says.' },
    IGNORE: { description: 'Both stay as they are.' },
  },
});
