import { action, final, type AuditActions, type Errors, type Permissions } from './define.ts';

/** What the price list adds to the closed lists: error codes, audit actions, permissions. */

export const catalogErrors = {
  PRICE_ITEM_IN_USE: final(
    'Cette prestation a déjà été commandée\u00a0: son unité et sa devise ne changent plus. Créez une autre prestation.',
    'This service was ordered: its unit and its currency no longer change. Create another one.',
  ),
} as const satisfies Errors;

export const catalogAuditActions = {
  PRICE_ITEM_CREATED: action('price', 'LOW', ['a ajouté la prestation', 'added the service']),
  PRICE_ITEM_UPDATED: action('price', 'MEDIUM', ['a modifié la prestation', 'changed the service']),
  PRICE_ITEM_ARCHIVED: action('price', 'MEDIUM', ['a archivé la prestation', 'archived the service']),
  PRICE_LIST_REORDERED: action('price', 'LOW', ['a réordonné la liste des prix', 'reordered the price list']),
} as const satisfies AuditActions;

export const catalogPermissions = {
  'price:manage': ['ADMIN'],
} as const satisfies Permissions;
