import { final, action, retryable, type Errors, type AuditActions, type Permissions, type Labels } from './define.ts';

/** What scheduling adds to the closed lists: error codes, audit actions, permissions, retention classes, records. */

export const schedulingErrors = {
  SLOT_UNAVAILABLE: retryable(
    'Ce créneau n’est pas libre\u00a0: choisissez-en un autre.',
    'This time is not free: choose another one.',
  ),
  BOOKING_NOT_FOUND: final('Aucun rendez-vous ne correspond.', 'No booking matches.'),
  OFFERING_UNAVAILABLE: final('Cette prestation ne se réserve pas.', 'This service cannot be booked.'),
  TIME_DOES_NOT_EXIST: final(
    'Cette heure n’existe pas ce jour-là\u00a0: les horloges avancent.',
    'This time does not exist on that day: clocks go forward.',
  ),
  TIME_AMBIGUOUS: final(
    'Cette heure existe deux fois ce jour-là\u00a0: précisez laquelle.',
    'This time comes twice on that day: say which one.',
  ),
  HOLD_EXPIRED: retryable(
    'Ce créneau n’est plus réservé pour vous\u00a0: choisissez-le de nouveau.',
    'This time is no longer kept for you: choose it again.',
  ),
  HOLD_LIMIT: retryable(
    'Vous gardez déjà deux créneaux\u00a0: libérez-en un d’abord.',
    'You already keep two times: release one first.',
  ),
  CAPACITY_EXCEEDED: final(
    'Vous êtes trop nombreux pour cette prestation.',
    'Your party is too large for this service.',
  ),
  TOO_LATE_TO_RESCHEDULE: final(
    'Ce rendez-vous est trop proche pour être déplacé en ligne.',
    'This booking is too near to be moved online.',
  ),
  RESCHEDULE_LIMIT: final(
    'Ce rendez-vous a déjà été déplacé autant de fois que possible.',
    'This booking has been moved as often as possible.',
  ),
  TOO_LATE_TO_CANCEL: final('Ce rendez-vous a déjà commencé.', 'This booking has already begun.'),
  DEPOSIT_TOO_SMALL: final(
    'Un acompte est nul, ou d’au moins 0,50\u00a0€.',
    'A deposit is nothing, or at least €0.50.',
  ),
  ANSWER_REQUIRED: final('Répondez aux questions obligatoires.', 'Answer the required questions.'),
  PLACE_REQUIRED: final('Indiquez l’adresse du rendez-vous.', 'Give the address of the appointment.'),
  PHONE_NOT_MOBILE: final(
    'Pour recevoir des SMS, indiquez un numéro de mobile.',
    'Give a mobile number to receive text messages.',
  ),
} as const satisfies Errors;

export const schedulingAuditActions = {
  BOOKING_CREATED: action('booking', 'LOW', ['a pris le rendez-vous', 'made the booking']),
  BOOKING_STATUS_CHANGED: action('booking', 'LOW', [
    'a changé l’état du rendez-vous',
    'changed the status of the booking',
  ]),
  BOOKING_UPDATED: action('booking', 'LOW', ['a modifié le rendez-vous', 'changed the booking']),
  BOOKINGS_EXPORTED: action('booking', 'MEDIUM', ['a exporté des rendez-vous', 'exported bookings']),
  OFFERING_CHANGED: action('offering', 'LOW', ['a modifié la prestation', 'changed the offering']),
  FEED_LINK_CREATED: action('artisan', 'LOW', ['a créé un lien d’abonnement à l’agenda de', 'made a feed link of']),
  FEED_LINK_REVOKED: action('artisan', 'LOW', [
    'a révoqué un lien d’abonnement à l’agenda de',
    'revoked a feed link of',
  ]),
  REVIEW_DECIDED: action('booking', 'LOW', [
    'a décidé de l’avis sur le rendez-vous',
    'decided on the review of the booking',
  ]),
  ARTISAN_CHANGED: action('artisan', 'LOW', ['a modifié l’agenda de', 'changed the artisan']),
} as const satisfies AuditActions;

/** Who may have an agenda; whose it is, is asked of the artisan. */
const practitioners = ['ARTISAN', 'PROOFREADER', 'ADMIN'] as const;

export const schedulingPermissions = {
  'artisan:manage': ['ADMIN'],
  'artisan:update': practitioners,
  'offering:manage': practitioners,
  'opening:manage': practitioners,
  'booking:read': [...practitioners, 'AUDITOR', 'SERVICE'],
  'booking:create': [...practitioners, 'SERVICE'],
  'booking:approve': practitioners,
  'booking:decline': practitioners,
  'booking:cancel': practitioners,
  'booking:reschedule': practitioners,
  'booking:complete': practitioners,
  'booking:mark-no-show': practitioners,
  'booking:note': practitioners,
  'booking:stats': practitioners,
  'booking:export': practitioners,
  'consultation:handle': ['ADMIN'],
  'feed:manage': practitioners,
  'review:decide': practitioners,
  'agenda:read': [...practitioners, 'AUDITOR', 'SERVICE'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const schedulingRetention = {
  BOOKINGS: ['Rendez-vous, après leur fin', 'Bookings, after their end'],
  BOOKING_EXPORTS: ['Exports de rendez-vous', 'Exports of bookings'],
  FEED_LINKS: ['Liens d’abonnement révoqués', 'Feed links that were revoked'],
  SLOT_HOLDS: ['Créneaux gardés pendant une saisie', 'Slots kept while a form is filled in'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const schedulingRecords = {
  BOOKINGS: ['Rendez-vous', 'Bookings'],
  ARTISANS: ['Agendas', 'Agendas of artisans'],
} as const satisfies Labels;
