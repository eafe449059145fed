import { action, final, type AuditActions, type Errors, type Permissions } from './define.ts';

/** What content adds to the closed lists: error codes, audit actions, permissions. */

export const contentErrors = {
  SLUG_TAKEN: final('Une autre page porte déjà ce nom.', 'Another page has this name already.'),
  PAGE_NOT_PUBLISHABLE: final(
    'Cette page n’a rien à publier\u00a0: il lui manque un texte, ou rien n’a changé depuis.',
    'This page has nothing to publish: it has no text, or nothing has changed since.',
  ),
  LOCAL_TIME_INVALID: final(
    'Cette heure n’existe pas\u00a0: l’heure d’été commence cette nuit-là.',
    'There is no such time: clocks go forward in that night.',
  ),
  LOCAL_TIME_AMBIGUOUS: final(
    'Cette heure existe deux fois\u00a0: précisez laquelle.',
    'This time comes twice, as clocks go back: say which one.',
  ),
} as const satisfies Errors;

export const contentAuditActions = {
  PAGE_CREATED: action('page', 'LOW', ['a créé la page', 'created the page']),
  PAGE_UPDATED: action('page', 'LOW', ['a modifié la page', 'changed the page']),
  PAGE_PUBLISHED: action('page', 'MEDIUM', ['a publié la page', 'published the page']),
  PAGE_SCHEDULED: action('page', 'LOW', ['a programmé la page', 'scheduled the page']),
  PAGE_SCHEDULE_CANCELLED: action('page', 'LOW', [
    'a annulé la programmation de la page',
    'cancelled the schedule of the page',
  ]),
  PAGE_SCHEDULE_FAILED: action('page', 'MEDIUM', ['n’a pas pu publier la page', 'could not publish the page']),
  PAGE_UNPUBLISHED: action('page', 'MEDIUM', ['a retiré du site la page', 'took down the page']),
  PAGE_ARCHIVED: action('page', 'LOW', ['a archivé la page', 'archived the page']),
  PAGE_RESTORED: action('page', 'LOW', ['a restauré la page', 'restored the page']),
  PAGE_DELETED: action('page', 'MEDIUM', ['a supprimé la page', 'deleted the page']),
  PAGE_PREVIEW_LINKED: action('page', 'LOW', ['a créé un lien d’aperçu de la page', 'made a preview link of the page']),
  PAGE_PREVIEWS_REVOKED: action('page', 'LOW', [
    'a révoqué les liens d’aperçu de la page',
    'revoked the preview links of the page',
  ]),
  PAGES_REORDERED: action('page', 'LOW', ['a changé l’ordre des pages', 'changed the order of the pages']),
  FAQ_CHANGED: action('page', 'LOW', ['a modifié la foire aux questions', 'changed the frequently asked questions']),
} as const satisfies AuditActions;

export const contentPermissions = {
  'content:read': ['ADMIN', 'AUDITOR'],
  'content:edit': ['ADMIN'],
  'content:publish': ['ADMIN'],
} as const satisfies Permissions;
