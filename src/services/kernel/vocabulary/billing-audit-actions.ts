import { action, notifiedByDomain, type AuditActions } from './define.ts';
import { quoteAuditActions } from './billing-quotes.ts';

/** What billing writes into the audit log. */
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
  PAYMENT_PUSH_REQUESTED: action('payment', 'LOW', [
    'a demandé par mobile la confirmation du paiement',
    'asked on a phone for the confirmation of the payment',
  ]),
  PAYMENT_DOUBT_RESOLVED: action('payment', 'HIGH', [
    'a dit ce que le prestataire montre du paiement',
    'said what the provider shows of the payment',
  ]),
  PAYMENT_DEBIT_REPORTED: notifiedByDomain('payment', 'HIGH', [
    'a signalé avoir été débité pour le paiement',
    'reported having been debited for the payment',
  ]),
  PAYMENT_STATUS_CHECKED: action('payment', 'LOW', [
    'a consulté l’état du paiement',
    'checked the status of the payment',
  ]),
  PAYMENT_WEBHOOK_RECEIVED: action('payment', 'LOW', [
    'a reçu des nouvelles du paiement',
    'received news of the payment',
  ]),
  PAYMENT_CAPTURED: action('payment', 'MEDIUM', [
    'a encaissé la somme réservée du paiement',
    'took the held amount of the payment',
  ]),
  PAYMENT_RELEASED: action('payment', 'MEDIUM', [
    'a libéré la somme réservée du paiement',
    'released the held amount of the payment',
  ]),
  CARD_SETUP_BEGUN: action('user', 'LOW', ['a commencé à enregistrer une carte de', 'began to save a card of']),
  PAYMENT_METHOD_SAVED: action('user', 'LOW', ['a enregistré une carte de', 'saved a card of']),
  PAYMENT_METHOD_CHOSEN: action('user', 'LOW', ['a choisi la carte par défaut de', 'chose the default card of']),
  PAYMENT_METHOD_REMOVED: action('user', 'MEDIUM', ['a retiré une carte de', 'removed a card of']),
  PAYMENT_REFUNDED: action('payment', 'HIGH', [
    'a noté le remboursement du paiement',
    'noted the refund of the payment',
  ]),
  PAYMENT_REFUND_DUE: notifiedByDomain('payment', 'HIGH', [
    'a marqué comme à rembourser le paiement',
    'marked as to be refunded the payment',
  ]),
  PAYMENT_HANDED_OVER: action('payment', 'LOW', [
    'a rattaché à ce qui est acheté le paiement',
    'tied to what was bought the payment',
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
  STRIPE_EVENT_SIMULATED: action('system', 'LOW', [
    'a simulé un événement du prestataire de paiement de',
    'simulated an event of the payment provider of',
  ]),
  WEBHOOK_REPLAYED: action('system', 'MEDIUM', [
    'a traité à nouveau un événement du prestataire de paiement de',
    'processed again an event of the payment provider of',
  ]),
  PAYMENTS_RECONCILED: action('system', 'MEDIUM', [
    'a rapproché avec ceux du prestataire les paiements de',
    'reconciled with those of the provider the payments of',
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
  PLAN_CHOSEN: action('user', 'LOW', ['a choisi un abonnement pour', 'chose a plan for']),
  PLAN_CHANGE_ASKED: action('user', 'LOW', [
    'a demandé un changement d’abonnement pour',
    'asked for a change of the plan of',
  ]),
  PLAN_CHANGED: action('user', 'LOW', ['a changé l’abonnement de', 'changed the plan of']),
  PLAN_CANCELLED: action('user', 'LOW', ['a arrêté l’abonnement de', 'cancelled the plan of']),
  PLAN_RESUMED: action('user', 'LOW', ['a repris l’abonnement de', 'resumed the plan of']),
  PLAN_SUSPENDED: action('user', 'MEDIUM', ['a suspendu l’abonnement de', 'suspended the plan of']),
  PLAN_ENDED: action('user', 'LOW', ['a mis fin à l’abonnement de', 'ended the plan of']),
  PLAN_COLLECTION_BEGUN: action('user', 'LOW', [
    'a confié au prestataire de paiement le renouvellement de l’abonnement de',
    'left to the payment provider the renewal of the plan of',
  ]),
  PLAN_COLLECTION_ENDED: action('user', 'LOW', [
    'a repris au prestataire de paiement le renouvellement de l’abonnement de',
    'took back from the payment provider the renewal of the plan of',
  ]),
  PLAN_REVIVED: action('user', 'MEDIUM', ['a rétabli l’abonnement de', 'revived the plan of']),
  PLAN_GRANTED: action('user', 'MEDIUM', ['a offert un abonnement à', 'granted a plan to']),
  PLAN_PRICE_SET: action('system', 'HIGH', ['a fixé un prix d’abonnement de', 'set a price of a plan of']),
  PRICES_SYNCED: action('system', 'MEDIUM', [
    'a synchronisé avec le prestataire de paiement les prix de',
    'synchronised with the payment provider the prices of',
  ]),
  DISPUTE_WON: notifiedByDomain('payment', 'HIGH', ['a gagné le litige du paiement', 'won the dispute of the payment']),
  DISPUTE_LOST: notifiedByDomain('payment', 'HIGH', [
    'a perdu le litige du paiement',
    'lost the dispute of the payment',
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
  ...quoteAuditActions,
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
