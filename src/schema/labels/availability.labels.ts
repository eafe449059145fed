import type { SlotRefusalReason } from '../../services/kernel/appointments.ts';
import type { Labels } from './label.ts';

/** Why a time cannot be booked, as an artisan reads it. */

const slotRefusalReason: Labels<SlotRefusalReason> = {
  ARCHIVED: ['Prestation archivée', 'Service archived'],
  PAUSED: ['Agenda fermé aux réservations', 'Agenda closed to bookings'],
  STALE_CALENDAR: ['Agenda connecté non lu depuis trop longtemps', 'Connected calendar not read for too long'],
  CAPACITY: ['Trop de personnes', 'Too many people'],
  NOTICE: ['Trop proche\u00a0: délai de prévenance', 'Too soon: within the notice'],
  HORIZON: ['Trop loin dans le temps', 'Too far ahead'],
  CLOSURE: ['Fermeture', 'Closure'],
  EXCEPTION: ['Horaires exceptionnels', 'Exceptional hours'],
  HOLIDAY: ['Jour férié', 'Public holiday'],
  OUTSIDE_OPENING: ['Hors des horaires d’ouverture', 'Outside opening hours'],
  BREAK: ['Pause', 'Break'],
  OFF_GRID: ['Entre deux créneaux', 'Between two slots'],
  BOOKED: ['Déjà réservé', 'Already booked'],
  HELD: ['Gardé pendant une réservation', 'Kept while somebody books'],
  EXTERNAL: ['Occupé dans votre calendrier', 'Busy in your calendar'],
  BUFFER: ['Temps gardé libre autour d’un rendez-vous', 'Time kept free around an appointment'],
  DAILY_LIMIT: ['Nombre maximal de rendez-vous du jour', 'Daily limit of bookings reached'],
};

export const availabilityLabels = { SlotRefusalReason: slotRefusalReason } as const;
