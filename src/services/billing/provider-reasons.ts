import type { Locale } from '../kernel/locale.ts';

type Words = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** Why a bank claims a payment back, and why a refund did not arrive, by the provider's code. */
const words: Words = {
  credit_not_processed: { fr: 'remboursement promis, non reçu', en: 'refund promised, not received' },
  customer_initiated: { fr: 'à la demande du client', en: 'asked for by the customer' },
  debit_not_authorized: { fr: 'prélèvement non autorisé', en: 'debit not authorised' },
  duplicate: { fr: 'payé deux fois', en: 'paid twice' },
  fraudulent: { fr: 'paiement frauduleux', en: 'fraudulent payment' },
  general: { fr: 'sans motif précis', en: 'no particular reason' },
  incorrect_account_details: { fr: 'coordonnées bancaires inexactes', en: 'incorrect account details' },
  insufficient_funds: { fr: 'provision insuffisante', en: 'insufficient funds' },
  product_not_received: { fr: 'prestation non reçue', en: 'not received' },
  product_unacceptable: { fr: 'prestation non conforme', en: 'not as described' },
  subscription_canceled: { fr: 'abonnement arrêté', en: 'subscription cancelled' },
  unrecognized: { fr: 'paiement non reconnu', en: 'payment not recognised' },
  charge_for_pending_refund_disputed: { fr: 'paiement contesté entre-temps', en: 'payment disputed meanwhile' },
  declined: { fr: 'refusé par la banque', en: 'declined by the bank' },
  expired_or_canceled_card: { fr: 'carte expirée ou annulée', en: 'card expired or cancelled' },
  lost_or_stolen_card: { fr: 'carte perdue ou volée', en: 'card lost or stolen' },
  merchant_request: { fr: 'à notre demande', en: 'at our request' },
};

/** As people read it; a code that is not known here is written as it is. */
export const reasonWords = (code: string, locale: Locale): string =>
  Object.hasOwn(words, code) ? (words[code]?.[locale] ?? code) : code;
