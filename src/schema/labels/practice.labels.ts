import type { ArtisanStatus } from '../../entities/scheduling/artisan.entity.ts';
import type { BookingExportFormat } from '../../entities/scheduling/booking-export.entity.ts';
import type { BookingSource } from '../../entities/scheduling/booking.entity.ts';
import type { AssignmentKind, OfferingStatus, QuestionKind } from '../../entities/scheduling/offering.entity.ts';
import type { FeedKind } from '../../entities/scheduling/feed-link.entity.ts';
import type { OccupancyKind } from '../../entities/scheduling/occupancy.entity.ts';
import type { Weekday } from '../../entities/scheduling/opening.entity.ts';
import type { ConsultationAction } from '../../services/kernel/appointments.ts';
import type { Label, Labels } from './label.ts';

/** Artisans, what they offer, and when they are open. */

const artisanStatus: Labels<ArtisanStatus> = {
  DRAFT: ['En préparation', 'Being prepared'],
  PUBLISHED: ['Publié', 'Published'],
  PAUSED: ['En pause', 'Paused'],
};

const offeringStatus: Labels<OfferingStatus> = {
  ACTIVE: ['Proposée', 'Offered'],
  ARCHIVED: ['Archivée', 'Archived'],
};

const assignmentKind: Labels<AssignmentKind> = {
  ANY: ['Premier disponible', 'Whoever is free'],
  CHOSEN: ['Au choix du client', 'Chosen by the customer'],
};

const questionKind: Labels<QuestionKind> = {
  TEXT: ['Texte court', 'Short text'],
  LONG_TEXT: ['Texte long', 'Long text'],
  NUMBER: ['Nombre', 'Number'],
  YES_NO: ['Oui ou non', 'Yes or no'],
  CHOICE: ['Choix', 'Choice'],
  PHONE: ['Téléphone', 'Phone'],
  FILE: ['Fichier', 'File'],
};

const weekday: Labels<Weekday> = {
  MONDAY: ['Lundi', 'Monday'],
  TUESDAY: ['Mardi', 'Tuesday'],
  WEDNESDAY: ['Mercredi', 'Wednesday'],
  THURSDAY: ['Jeudi', 'Thursday'],
  FRIDAY: ['Vendredi', 'Friday'],
  SATURDAY: ['Samedi', 'Saturday'],
  SUNDAY: ['Dimanche', 'Sunday'],
};

/** By the names of the API. */
const feedKind: Record<FeedKind, Label> = {
  BUSY: ['Occupation seule', 'Busy times only'],
  DETAILS: ['Détails', 'Details'],
};

const holidayRegion: Readonly<Record<string, Label>> = {
  METROPOLE: ['Métropole', 'Metropolitan France'],
  ALSACE_MOSELLE: ['Alsace-Moselle', 'Alsace-Moselle'],
  GUADELOUPE: ['Guadeloupe', 'Guadeloupe'],
  GUYANE: ['Guyane', 'French Guiana'],
  LA_REUNION: ['La Réunion', 'Réunion'],
  MARTINIQUE: ['Martinique', 'Martinique'],
  MAYOTTE: ['Mayotte', 'Mayotte'],
  NOUVELLE_CALEDONIE: ['Nouvelle-Calédonie', 'New Caledonia'],
  POLYNESIE_FRANCAISE: ['Polynésie française', 'French Polynesia'],
  SAINT_BARTHELEMY: ['Saint-Barthélemy', 'Saint Barthélemy'],
  SAINT_MARTIN: ['Saint-Martin', 'Saint Martin'],
  SAINT_PIERRE_ET_MIQUELON: ['Saint-Pierre-et-Miquelon', 'Saint Pierre and Miquelon'],
  WALLIS_ET_FUTUNA: ['Wallis-et-Futuna', 'Wallis and Futuna'],
};

const bookingSource: Labels<BookingSource> = {
  PUBLIC: ['Réservation en ligne', 'Booked online'],
  STAFF: ['Saisi par l’artisan', 'Entered by the artisan'],
  SERIES: ['Série', 'Series'],
  WAITING_LIST: ['Liste d’attente', 'Waiting list'],
  CONSULTATION: ['Consultation', 'Consultation'],
};

const bookingExportFormat: Labels<BookingExportFormat> = {
  CSV: ['Tableur (CSV)', 'Spreadsheet (CSV)'],
  ICS: ['Agenda (ICS)', 'Calendar (ICS)'],
};

const consultationAction: Labels<ConsultationAction> = {
  APPROVE: ['Accepter', 'Accept'],
  DECLINE: ['Refuser', 'Decline'],
  PROPOSE: ['Proposer d’autres créneaux', 'Propose other times'],
};

const agendaEntryKind: Labels<OccupancyKind | 'CLOSURE'> = {
  BOOKING: ['Rendez-vous', 'Booking'],
  GROUP_SESSION: ['Séance de groupe', 'Group session'],
  HOLD: ['Créneau retenu', 'Kept slot'],
  OFFER: ['Créneau proposé', 'Offered slot'],
  EXTERNAL: ['Autre agenda', 'Other calendar'],
  CLOSURE: ['Fermeture', 'Closure'],
};

export const practiceLabels = {
  AgendaEntryKind: agendaEntryKind,
  BookingExportFormat: bookingExportFormat,
  BookingSource: bookingSource,
  ConsultationAction: consultationAction,
  ArtisanStatus: artisanStatus,
  OfferingStatus: offeringStatus,
  AssignmentKind: assignmentKind,
  QuestionKind: questionKind,
  Weekday: weekday,
  FeedKind: feedKind,
  HolidayRegion: holidayRegion,
};
