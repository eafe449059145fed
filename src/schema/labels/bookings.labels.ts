import type { BookingVerb, PaymentBy, DepositStatus } from '../../services/kernel/appointments.ts';
import type { BookingParty, BookingStatus } from '../../entities/scheduling/booking.entity.ts';
import type { ReviewStatus } from '../../entities/scheduling/review.entity.ts';
import type { LocationKind } from '../../entities/scheduling/offering.entity.ts';

import type { Labels } from './label.ts';

/** Appointments. */

const bookingStatus: Labels<BookingStatus> = {
  REQUESTED: ['Demandé', 'Requested'],
  PENDING_PAYMENT: ['En attente de l’acompte', 'Awaiting its deposit'],
  CONFIRMED: ['Confirmé', 'Confirmed'],
  COMPLETED: ['Passé', 'Completed'],
  NO_SHOW: ['Absence', 'No-show'],
  CANCELLED: ['Annulé', 'Cancelled'],
  DECLINED: ['Refusé', 'Declined'],
  EXPIRED: ['Expiré', 'Expired'],
};
const bookingAction: Labels<BookingVerb> = {
  approve: ['Accepter', 'Approve'],
  hold: ['Accepter et demander l’acompte', 'Approve and ask for the deposit'],
  decline: ['Refuser', 'Decline'],
  confirm: ['Payer l’acompte', 'Pay the deposit'],
  expire: ['Laisser expirer', 'Let it expire'],
  reschedule: ['Déplacer', 'Reschedule'],
  cancel: ['Annuler', 'Cancel'],
  complete: ['Marquer comme passé', 'Mark as completed'],
  markNoShow: ['Marquer l’absence', 'Mark as a no-show'],
  correctAttendance: ['Corriger la présence', 'Correct the attendance'],
};
const bookingParty: Labels<BookingParty> = {
  CUSTOMER: ['Client', 'Customer'],
  ARTISAN: ['Artisan', 'Artisan'],
  SYSTEM: ['Application', 'Application'],
};
const depositStatus: Labels<DepositStatus> = {
  NONE: ['Sans acompte', 'No deposit'],
  PENDING: ['En attente', 'Pending'],
  AUTHORIZED: ['Autorisé', 'Authorised'],
  CAPTURED: ['Payé', 'Paid'],
  PARTIALLY_REFUNDED: ['Remboursé en partie', 'Partly refunded'],
  REFUNDED: ['Remboursé', 'Refunded'],
  FAILED: ['Non payé', 'Not paid'],
};
const locationKind: Labels<LocationKind> = {
  AT_ARTISAN: ['Chez l’artisan', 'At the artisan’s'],
  AT_CUSTOMER: ['Chez vous', 'At your place'],
  ONLINE: ['En ligne', 'Online'],
  PHONE: ['Par téléphone', 'On the phone'],
};

const paymentBy: Labels<PaymentBy> = {
  FORM: ['Dans la page', 'In the page'],
  PAGE: ['Sur la page du prestataire', 'On the provider’s page'],
};

const reviewStatus: Labels<ReviewStatus> = {
  SUBMITTED: ['À relire', 'To be read'],
  APPROVED: ['Publié', 'Published'],
  REJECTED: ['Écarté', 'Rejected'],
};

export const bookingLabels = {
  BookingStatus: bookingStatus,
  ReviewStatus: reviewStatus,
  BookingAction: bookingAction,
  BookingParty: bookingParty,
  DepositStatus: depositStatus,
  LocationKind: locationKind,
  PaymentBy: paymentBy,
};
