import type { CancellationReason } from '../../entities/orders/cancellation-reason.ts';
import type { DeliveryStatus } from '../../entities/orders/delivery.entity.ts';
import type { Labels } from './label.ts';

/** Deliveries and cancellations of orders. */

const deliveryStatus: Labels<DeliveryStatus> = {
  DELIVERED: ['À relire', 'To be answered'],
  ACCEPTED: ['Acceptée', 'Accepted'],
  ACCEPTED_BY_TIME: ['Acceptée sans réponse', 'Accepted without an answer'],
  CHANGES_REQUESTED: ['Modifications demandées', 'Changes asked for'],
};

const cancellationReason: Labels<CancellationReason> = {
  CUSTOMER_REQUEST: ['Souhait du client', 'Wish of the customer'],
  WITHDRAWAL: ['Rétractation', 'Withdrawal'],
  NO_PROOFREADER: ['Personne de disponible', 'Nobody available'],
  NOT_FEASIBLE: ['Travail impossible', 'Not feasible'],
  DUPLICATE: ['Commande en double', 'Placed twice'],
  FRAUD: ['Fraude', 'Fraud'],
  OTHER: ['Autre raison', 'Other'],
  UNPAID: ['Jamais payée', 'Never paid'],
  REFUNDED: ['Remboursée', 'Refunded'],
  DISPUTE_LOST: ['Paiement contesté avec succès', 'Dispute lost'],
  CUSTOMER_ERASED: ['Compte effacé', 'Account erased'],
};

export const deliveryLabels = { DeliveryStatus: deliveryStatus, CancellationReason: cancellationReason };
