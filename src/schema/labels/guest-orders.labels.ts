import type { GuestOrderStatus } from '../../entities/orders/guest-order.entity.ts';
import type { guestOrderActions } from '../orders/guest-order.type.ts';
import type { Labels } from './label.ts';

/** Orders without an account. */

const guestOrderStatus: Labels<GuestOrderStatus> = {
  STARTED: ['Commencée', 'Started'],
  REVIEW: ['En attente d’un prix', 'Awaiting a price'],
  AWAITING_PAYMENT: ['En cours de paiement', 'Being paid'],
  COMPLETED: ['Payée', 'Paid'],
  EXPIRED: ['Expirée', 'Expired'],
};
const guestOrderAction: Labels<(typeof guestOrderActions)[number]> = {
  attachManuscript: ['Déposer le manuscrit', 'Upload the manuscript'],
  openCheckout: ['Payer', 'Pay'],
  askReview: ['Demander un prix', 'Ask for a price'],
  expire: ['Abandonner', 'Give up'],
};

export const guestOrderLabels = { GuestOrderStatus: guestOrderStatus, GuestOrderAction: guestOrderAction };
