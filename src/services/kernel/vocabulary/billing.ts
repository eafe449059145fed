import {
  final,
  retryable,
  action,
  notifiedByDomain,
  readers,
  type Errors,
  type AuditActions,
  type Permissions,
  type Labels,
} from './define.ts';

/** What billing adds to the closed lists: error codes, audit actions, permissions. */

export const billingErrors = {
  PAYMENT_UNAVAILABLE: retryable(
    'Le paiement est momentanément indisponible.',
    'Payment is unavailable for the moment.',
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
  VAT_RATE_UNKNOWN: final('Ce taux de TVA n’existe pas.', 'There is no such rate of VAT.'),
  DEPOSIT_EXCEEDS_TOTAL: final(
    'Les acomptes dépassent le montant facturé\u00a0: établissez d’abord un avoir.',
    'The deposits exceed what is invoiced: credit a deposit first.',
  ),
  CREDIT_TOO_LARGE: final(
    'Il ne reste pas autant à créditer sur cette facture.',
    'That much is not left to be credited of this invoice.',
  ),
} as const satisfies Errors;

export const billingAuditActions = {
  INVOICE_DRAFT_CREATED: action('invoice', 'LOW', ['a créé le brouillon de facture', 'created the invoice draft']),
  INVOICE_DRAFT_UPDATED: action('invoice', 'LOW', ['a modifié le brouillon de facture', 'changed the invoice draft']),
  INVOICE_DRAFT_DELETED: action('invoice', 'LOW', ['a supprimé le brouillon de facture', 'deleted the invoice draft']),
  INVOICE_ISSUED: action('invoice', 'MEDIUM', ['a émis la facture', 'issued the invoice']),
  CREDIT_NOTE_ISSUED: action('invoice', 'MEDIUM', ['a émis l’avoir', 'issued the credit note']),
  INVOICE_CANCELLED: action('invoice', 'MEDIUM', ['a annulé la facture', 'cancelled the invoice']),
  INVOICE_ACCESSED: action('invoice', 'LOW', ['a consulté la facture', 'looked at the invoice']),
  INVOICE_DOWNLOADED: action('invoice', 'LOW', ['a téléchargé la facture', 'downloaded the invoice']),
  INVOICE_SENT: action('invoice', 'LOW', ['a envoyé la facture', 'sent the invoice']),
  INVOICE_TRANSMITTED: action('invoice', 'LOW', [
    'a enregistré la transmission de la facture',
    'recorded the transmission of the invoice',
  ]),
  INVOICE_REMINDED: action('invoice', 'LOW', ['a rappelé l’échéance de la facture', 'sent a reminder of the invoice']),
  INVOICE_REMINDERS_PAUSED: action('invoice', 'LOW', [
    'a suspendu ou repris les rappels de la facture',
    'paused or resumed the reminders of the invoice',
  ]),
  REMINDER_STEP_UPDATED: action('system', 'MEDIUM', [
    'a modifié les rappels de factures de',
    'changed the reminders of invoices of',
  ]),
  INVOICE_PDF_GENERATED: action('invoice', 'LOW', ['a imprimé la facture', 'printed the invoice']),
  INVOICE_SERIES_RESUMED: action('invoice', 'CRITICAL', [
    'a repris la numérotation de la série',
    'resumed the numbering of the series',
  ]),
  PAYMENT_SESSION_CREATED: action('payment', 'LOW', ['a ouvert le paiement', 'opened the payment']),
  PAYMENT_STATUS_CHECKED: action('payment', 'LOW', [
    'a consulté l’état du paiement',
    'checked the status of the payment',
  ]),
  PAYMENT_WEBHOOK_RECEIVED: action('payment', 'LOW', [
    'a reçu des nouvelles du paiement',
    'received news of the payment',
  ]),
  PAYMENT_REFUNDED: action('payment', 'HIGH', [
    'a noté le remboursement du paiement',
    'noted the refund of the payment',
  ]),
  PAYMENT_REFUND_DUE: notifiedByDomain('payment', 'HIGH', [
    'a marqué comme à rembourser le paiement',
    'marked as to be refunded the payment',
  ]),
  REFUND_REQUESTED: action('payment', 'MEDIUM', [
    'a demandé un remboursement du paiement',
    'asked for a refund of the payment',
  ]),
  REFUND_RETRIED: action('payment', 'MEDIUM', [
    'a demandé à nouveau un remboursement du paiement',
    'asked again for a refund of the payment',
  ]),
  REFUND_RECORDED: action('payment', 'MEDIUM', [
    'a enregistré un remboursement à la main du paiement',
    'recorded a refund by hand of the payment',
  ]),
  REFUND_FAILED: notifiedByDomain('payment', 'HIGH', [
    'a appris l’échec d’un remboursement du paiement',
    'learnt of the failure of a refund of the payment',
  ]),
  REFUND_FOUND: notifiedByDomain('payment', 'HIGH', [
    'a trouvé chez le prestataire un remboursement du paiement',
    'found at the provider a refund of the payment',
  ]),
  WEBHOOK_REPLAYED: action('system', 'MEDIUM', [
    'a traité à nouveau un événement du prestataire de paiement de',
    'processed again an event of the payment provider of',
  ]),
  PAYMENT_RECORDED: action('payment', 'MEDIUM', [
    'a enregistré, reçu sans prestataire, le paiement',
    'recorded, received without a provider, the payment',
  ]),
  PAYMENT_REVERSED: action('payment', 'HIGH', [
    'a enregistré comme jamais arrivé le paiement',
    'recorded as never arrived the payment',
  ]),
  PAYMENT_MISMATCH: notifiedByDomain('payment', 'CRITICAL', [
    'a refusé, parce qu’il ne correspond pas, le paiement',
    'refused, because it does not match, the payment',
  ]),
  PAYMENT_DISPUTED: notifiedByDomain('payment', 'CRITICAL', [
    'a appris la contestation du paiement',
    'learnt of the dispute of the payment',
  ]),
  SELLER_CHANGED: action('system', 'HIGH', [
    'a modifié les informations du vendeur de',
    'changed the seller’s details of',
  ]),
  LEGAL_MENTION_ADDED: action('system', 'HIGH', [
    'a ajouté une mention légale aux factures de',
    'added a legal mention to the invoices of',
  ]),
  BILLING_PROFILE_UPDATED: action('user', 'LOW', [
    'a modifié les coordonnées de facturation de',
    'changed the billing details of',
  ]),
  CLOCK_JUMPED: action('system', 'MEDIUM', ['a vu sauter l’horloge de', 'saw a jump of the clock of']),
  CLOCK_IMPLAUSIBLE: action('system', 'CRITICAL', [
    'a suspendu l’émission des factures, faute d’une horloge plausible, de',
    'stopped the invoices, for want of a plausible clock, of',
  ]),
  CLOCK_BELIEVED: action('system', 'MEDIUM', [
    'a repris l’émission des factures, l’horloge étant de nouveau plausible, de',
    'went on with the invoices, the clock being plausible again, of',
  ]),
  CLOCK_CONFIRMED: action('system', 'HIGH', ['a confirmé l’horloge de', 'confirmed the clock of']),
} as const satisfies AuditActions;

export const billingPermissions = {
  'payment:open': ['CUSTOMER'],
  'payment:read': ['CUSTOMER', ...readers],
  'payment:read-any': readers,
  'payment:refund': ['ADMIN'],
  'payment:record': ['ADMIN'],
  'webhook:read': readers,
  'webhook:replay': ['ADMIN'],
  'invoice:read': ['CUSTOMER', ...readers],
  'invoice:read-any': readers,
  'invoice:draft': ['ADMIN', 'SERVICE'],
  'invoice:issue': ['ADMIN'],
  'invoice:credit': ['ADMIN'],
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
  INVOICE_DRAFTS: ['Brouillons de factures', 'Invoice drafts'],
  INVOICE_LINKS: ['Liens périmés vers des factures', 'Expired links to invoices'],
  PROVIDER_EVENTS: ['Événements du prestataire de paiement', 'Events of the payment provider'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const billingRecords = {
  PAYMENTS: ['Paiements', 'Payments'],
  INVOICES: ['Factures', 'Invoices'],
  INVOICE_DRAFTS: ['Brouillons de factures', 'Invoice drafts'],
  BILLING_PROFILES: ['Coordonnées de facturation', 'Billing details'],
} as const satisfies Labels;
