import { final, retryable, readers, type Errors, type Permissions, type Labels } from './define.ts';
import { quoteErrors, quotePermissions } from './billing-quotes.ts';

/** What billing adds to the closed lists: error codes, permissions, retention classes and records. */

export const billingErrors = {
  PAYMENT_UNAVAILABLE: retryable(
    'Le paiement est momentanément indisponible.',
    'Payment is unavailable for the moment.',
  ),
  AMOUNT_TOO_LARGE: final(
    'Ce montant est trop grand pour ce moyen de paiement.',
    'The amount is too large for this way to pay.',
  ),
  PAYMENT_IN_DOUBT: retryable(
    'Un paiement est déjà en cours de vérification : attendez son résultat avant d’en faire un autre.',
    'A payment is already being checked: wait for its result before you make another one.',
  ),
  AMOUNT_TOO_SMALL: final(
    'Ce montant est trop petit pour être payé par carte.',
    'This amount is too small to be paid by card.',
  ),
  PAYMENT_METHOD_IN_USE: final(
    'Votre abonnement se renouvelle avec cette carte\u00a0: payez-le avec une autre, ou arrêtez-le, puis retirez-la.',
    'Your plan is renewed by this card: pay it by another one, or cancel it, then remove the card.',
  ),
  TOO_MANY_CARDS: final(
    'Vous avez enregistré autant de cartes que possible\u00a0: retirez-en une d’abord.',
    'You have saved as many cards as possible: remove one first.',
  ),
  REFUND_TOO_LARGE: final(
    'Il ne reste pas autant à rembourser sur ce paiement.',
    'That much is not left to be refunded of this payment.',
  ),
  PAYMENT_DISPUTED: final(
    'La banque du client conteste ce paiement : il ne se rembourse pas tant que le litige est ouvert.',
    'The customer’s bank disputes this payment: it is not refunded while the dispute is open.',
  ),
  CLOCK_IMPLAUSIBLE: retryable('L’horloge du serveur doit être vérifiée.', 'The clock of the server must be checked.'),
  INVOICE_SERIES_BEHIND: final(
    'La numérotation des factures doit être vérifiée.',
    'The invoice numbering must be checked.',
  ),
  INVOICE_TOTALS_WRONG: final(
    'Les montants de la facture ne concordent pas\u00a0: elle n’a pas été émise.',
    'The amounts of the invoice do not agree: it was not issued.',
  ),
  BILLING_PROFILE_INCOMPLETE: final(
    'Complétez d’abord vos coordonnées de facturation.',
    'Complete your billing details first.',
  ),
  PLAN_REQUIRED: final('Votre formule ne comprend pas cette fonction.', 'Your plan does not include this feature.'),
  PLAN_ALREADY_CHOSEN: final('Vous avez déjà une formule\u00a0: changez-en.', 'You have a plan already: change it.'),
  PLAN_OVER_QUOTA: final(
    'Cette formule ne contient pas tout ce que vous utilisez.',
    'This plan does not hold all that you use.',
  ),
  VAT_RATE_UNKNOWN: final('Ce taux de TVA n’existe pas.', 'There is no such rate of VAT.'),
  DEPOSIT_EXCEEDS_TOTAL: final(
    'Les acomptes dépassent le montant facturé\u00a0: établissez d’abord un avoir.',
    'The deposits exceed what is invoiced: credit a deposit first.',
  ),
  CREDIT_TOO_LARGE: final(
    'Il ne reste pas autant à créditer sur cette facture.',
    'That much is not left to be credited of this invoice.',
  ),
  ...quoteErrors,
} as const satisfies Errors;

export const billingPermissions = {
  'payment:open': ['CUSTOMER', 'ARTISAN'],
  'payment-method:manage': ['CUSTOMER', 'ARTISAN'],
  'payment:read': ['CUSTOMER', 'ARTISAN', ...readers],
  'payment:read-any': readers,
  'payment:refund': ['ADMIN'],
  'payment:record': ['ADMIN'],
  'webhook:read': readers,
  'webhook:replay': ['ADMIN'],
  'webhook:simulate': ['ADMIN'],
  'invoice:read': ['CUSTOMER', 'ARTISAN', ...readers],
  'invoice:read-any': readers,
  'plan:choose': ['CUSTOMER', 'ARTISAN'],
  'plan:read-any': readers,
  'plan:manage': ['ADMIN'],
  'price:sync': ['ADMIN'],
  'invoice:draft': ['ADMIN', 'SERVICE'],
  'invoice:issue': ['ADMIN'],
  'invoice:credit': ['ADMIN'],
  ...quotePermissions,
  'invoice:send': ['ADMIN', 'SERVICE'],
  'reminder:manage': ['ADMIN'],
  'invoice:transmit': ['ADMIN', 'SERVICE'],
  'seller:read': readers,
  'seller:change': ['ADMIN'],
  'billing-profile:manage': ['CUSTOMER', 'ARTISAN'],
  'billing-profile:manage-any': ['ADMIN'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const billingRetention = {
  PAYMENTS: ['Paiements', 'Payments'],
  UNPAID_PAYMENTS: ['Paiements non aboutis', 'Unpaid payments'],
  INVOICES: ['Factures', 'Invoices'],
  PLAN_SUBSCRIPTIONS: ['Abonnements terminés', 'Plans that have ended'],
  INVOICE_DRAFTS: ['Brouillons de factures', 'Invoice drafts'],
  INVOICE_LINKS: ['Liens périmés vers des factures et des devis', 'Expired links to invoices and quotes'],
  QUOTES: ['Devis non acceptés', 'Quotes that were not accepted'],
  ACCEPTED_QUOTES: ['Devis acceptés', 'Accepted quotes'],
  PROVIDER_EVENTS: ['Événements du prestataire de paiement', 'Events of the payment provider'],
  RECONCILIATIONS: ['Rapprochements des paiements', 'Reconciliations of payments'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const billingRecords = {
  PAYMENTS: ['Paiements', 'Payments'],
  INVOICES: ['Factures', 'Invoices'],
  PAYMENT_METHODS: ['Cartes enregistrées', 'Saved cards'],
  INVOICE_DRAFTS: ['Brouillons de factures', 'Invoice drafts'],
  QUOTES: ['Devis', 'Quotes'],
  BILLING_PROFILES: ['Coordonnées de facturation', 'Billing details'],
  PLAN_SUBSCRIPTIONS: ['Abonnements', 'Plans'],
} as const satisfies Labels;
