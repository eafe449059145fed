import { retryable, final, action, type Errors, type AuditActions, type Permissions, type Labels } from './define.ts';

/** What calendars adds to the closed lists: error codes, audit actions, permissions, retention classes, records. */

export const calendarsErrors = {
  CALENDAR_REFUSED: final(
    'Cet agenda refuse l’accès\u00a0: vérifiez l’adresse, l’identifiant ou l’autorisation.',
    'This calendar refuses access: check the address, the user name or the permission.',
  ),
  CALENDAR_UNREACHABLE: retryable(
    'Cet agenda ne répond pas pour le moment\u00a0: réessayez plus tard.',
    'This calendar does not respond at present: try again later.',
  ),
  FEED_REFUSED: final(
    'Cette adresse d’agenda n’est pas acceptée\u00a0: donnez une adresse publique en https qui mène à un fichier d’agenda.',
    'This calendar address is not accepted: give a public https address that leads to a calendar file.',
  ),
} as const satisfies Errors;

export const calendarsAuditActions = {
  CALENDAR_CONNECTED: action('calendar', 'LOW', ['a connecté un agenda', 'connected a calendar']),
  CALENDAR_DISCONNECTED: action('calendar', 'LOW', ['a déconnecté un agenda', 'disconnected a calendar']),
  CALENDAR_CONFLICT_RESOLVED: action('calendar', 'LOW', [
    'a réglé un conflit d’agenda',
    'resolved a conflict of calendars',
  ]),
} as const satisfies AuditActions;

export const calendarsPermissions = {
  'calendar:manage': ['ARTISAN', 'PROOFREADER', 'ADMIN'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const calendarsRetention = {
  BUSY_BLOCKS: [
    'Occupations des agendas connectés, après leur fin',
    'Busy times of connected calendars, after their end',
  ],
  CALENDAR_FLOWS: ['Connexions d’agendas commencées', 'Connections of calendars that were begun'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const calendarsRecords = {
  CALENDARS: ['Agendas connectés', 'Connected calendars'],
} as const satisfies Labels;
