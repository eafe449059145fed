import { action, final, readers, type AuditActions, type Errors, type Permissions } from './define.ts';

/** What quotes add to the closed lists of billing. */

export const quoteErrors = {
  QUOTE_CHANGED: final(
    'Ce devis a été remplacé par une nouvelle version\u00a0: consultez-la d’abord.',
    'A new version of this quote has taken its place: read that one first.',
  ),
  QUOTE_EXPIRED: final('Ce devis n’est plus valable.', 'This quote is no longer valid.'),
  TERMS_NOT_PUBLISHED: final(
    'Publiez d’abord la page des conditions générales de vente : un devis part avec elles.',
    'Publish the page of the terms of sale first: a quote is sent with them.',
  ),
  TERMS_NOT_READ: final(
    'Lisez d’abord les conditions générales de ce devis.',
    'Read the terms of sale of this quote first.',
  ),
} as const satisfies Errors;

export const quoteAuditActions = {
  QUOTE_CREATED: action('quote', 'LOW', ['a créé le devis', 'created the quote']),
  QUOTE_UPDATED: action('quote', 'LOW', ['a modifié le devis', 'changed the quote']),
  QUOTE_SENT: action('quote', 'MEDIUM', ['a envoyé le devis', 'sent the quote']),
  QUOTE_MAILED: action('quote', 'LOW', ['a expédié par courriel le devis', 'mailed the quote']),
  QUOTE_PDF_GENERATED: action('quote', 'LOW', ['a imprimé le devis', 'printed the quote']),
  QUOTE_REVISED: action('quote', 'MEDIUM', ['a remplacé le devis', 'replaced the quote']),
  QUOTE_ACCESSED: action('quote', 'LOW', ['a consulté le devis', 'looked at the quote']),
  QUOTE_DOWNLOADED: action('quote', 'LOW', ['a téléchargé le devis', 'downloaded the quote']),
  QUOTE_ACCEPTED: action('quote', 'MEDIUM', ['a accepté le devis', 'accepted the quote']),
  QUOTE_ACCEPTANCE_RECORDED: action('quote', 'MEDIUM', [
    'a enregistré l’acceptation du devis',
    'recorded the acceptance of the quote',
  ]),
  QUOTE_REFUSED: action('quote', 'MEDIUM', ['a refusé le devis', 'refused the quote']),
  QUOTE_EXPIRED: action('quote', 'LOW', ['a constaté l’échéance du devis', 'found expired the quote']),
} as const satisfies AuditActions;

export const quotePermissions = {
  'quote:read': ['CUSTOMER', 'ARTISAN', ...readers],
  'quote:read-any': readers,
  'quote:manage': ['ADMIN'],
  'quote:answer': ['CUSTOMER', 'ARTISAN'],
} as const satisfies Permissions;
