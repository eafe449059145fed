import type {
  ConflictKind,
  ConflictResolution,
  ConflictStatus,
} from '../../entities/calendars/calendar-conflict.entity.ts';
import type { CalendarProvider, ConnectionStatus } from '../../entities/calendars/calendar-connection.entity.ts';
import type { CalendarDetail, StalePolicy } from '../../entities/scheduling/artisan.entity.ts';
import type { CalendarHealth } from '../../services/kernel/calendar-health.ts';
import type { Labels } from './label.ts';

/** Connected calendars. */

const calendarProvider: Labels<CalendarProvider> = {
  GOOGLE: ['Google Agenda', 'Google Calendar'],
  MICROSOFT: ['Outlook', 'Outlook'],
  CALDAV: ['Serveur CalDAV', 'CalDAV server'],
  ICS: ['Adresse d’un fichier .ics', 'Address of an .ics file'],
};

const connectionStatus: Labels<ConnectionStatus> = {
  CONNECTED: ['Connecté', 'Connected'],
  TO_RECONNECT: ['À reconnecter', 'To connect again'],
  PAUSED: ['En pause', 'Paused'],
  DISCONNECTED: ['Déconnecté', 'Disconnected'],
};

const calendarHealth: Labels<CalendarHealth> = {
  CONNECTING: ['Première lecture', 'First reading'],
  HEALTHY: ['À jour', 'Up to date'],
  DEGRADED: ['Lecture interrompue', 'Reading interrupted'],
  TO_RECONNECT: ['À reconnecter', 'To connect again'],
  PAUSED: ['En pause', 'Paused'],
  DISCONNECTED: ['Déconnecté', 'Disconnected'],
};

const conflictKind: Labels<ConflictKind> = {
  OWN_EVENT_MOVED: ['Événement déplacé', 'Event moved'],
  OWN_EVENT_DELETED: ['Événement supprimé', 'Event deleted'],
  OVERLAP: ['Chevauchement', 'Overlap'],
};

const conflictStatus: Labels<ConflictStatus> = {
  OPEN: ['À régler', 'Open'],
  RESOLVED: ['Réglé', 'Resolved'],
  GONE: ['Disparu de lui-même', 'Gone by itself'],
};

const conflictResolution: Labels<ConflictResolution> = {
  MOVE_BOOKING: ['Déplacer le rendez-vous', 'Move the booking'],
  CANCEL_BOOKING: ['Annuler le rendez-vous', 'Cancel the booking'],
  RESTORE_EVENT: ['Rétablir l’événement', 'Restore the event'],
  IGNORE: ['Laisser en l’état', 'Leave as it is'],
};

const stalePolicy: Labels<StalePolicy> = {
  KEEP: ['Garder les occupations connues', 'Keep the known busy time'],
  CLOSE: ['Ne plus rien proposer', 'Offer nothing'],
};

const calendarDetail: Labels<CalendarDetail> = {
  NAME: ['Prestation et nom du client', 'Service and name of the customer'],
  CODE: ['Code du rendez-vous seulement', 'Code of the booking only'],
};

export const calendarLabels = {
  CalendarProvider: calendarProvider,
  CalendarConnectionStatus: connectionStatus,
  CalendarHealth: calendarHealth,
  CalendarConflictKind: conflictKind,
  CalendarConflictStatus: conflictStatus,
  CalendarConflictResolution: conflictResolution,
  StalePolicy: stalePolicy,
  CalendarDetail: calendarDetail,
};
