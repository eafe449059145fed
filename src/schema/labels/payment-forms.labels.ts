import type { Labels } from './label.ts';
import type { SimulatedStripeEventEnum } from '../billing/simulate-stripe-event.input.ts';

const captureTime: Labels<'NOW' | 'LATER'> = {
  NOW: ['Tout de suite', 'At once'],
  LATER: ['Plus tard', 'Later'],
};
const simulatedStripeEvent: Labels<keyof typeof SimulatedStripeEventEnum> = {
  CHECKOUT_SESSION_COMPLETED: ['Page payée', 'Page paid'],
  CHECKOUT_SESSION_ASYNC_PAYMENT_FAILED: ['Page, paiement refusé', 'Page, payment refused'],
  CHECKOUT_SESSION_EXPIRED: ['Page expirée', 'Page expired'],
  PAYMENT_INTENT_SUCCEEDED: ['Formulaire payé', 'Form paid'],
  PAYMENT_INTENT_REQUIRES_ACTION: ['Formulaire, confirmation demandée', 'Form, confirmation asked for'],
  PAYMENT_INTENT_PAYMENT_FAILED: ['Formulaire, paiement refusé', 'Form, payment refused'],
  PAYMENT_INTENT_CANCELED: ['Formulaire annulé', 'Form cancelled'],
  SETUP_INTENT_SUCCEEDED: ['Carte enregistrée', 'Card saved'],
  SETUP_INTENT_SETUP_FAILED: ['Carte non enregistrée', 'Card not saved'],
  CHARGE_REFUNDED: ['Remboursement', 'Refund'],
  CHARGE_DISPUTE_CREATED: ['Litige ouvert', 'Dispute opened'],
  TEST_CLOCK_READY: ['Horloge des abonnements avancée', 'Clock of subscriptions advanced'],
};

export const paymentFormLabels = {
  CaptureTime: captureTime,
  SimulatedStripeEvent: simulatedStripeEvent,
} as const;
