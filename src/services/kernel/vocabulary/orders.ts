import {
  final,
  action,
  staff,
  readers,
  type Errors,
  type AuditActions,
  type Permissions,
  type Labels,
} from './define.ts';

/** What orders adds to the closed lists: error codes, audit actions, permissions. */

export const ordersErrors = {
  PRICE_ITEM_UNAVAILABLE: final('Cette prestation n’est plus proposée.', 'This service is no longer offered.'),
  PAGES_REQUIRED: final('Indiquez le nombre de pages.', 'Give the number of pages.'),
  ORDER_ALREADY_PAID: final('Cette commande est déjà payée.', 'This order is already paid.'),
  PROOFREADER_REQUIRED: final('Cette personne n’est pas correctrice.', 'This person is not a proofreader.'),
  PROOFREADER_UNAVAILABLE: final(
    'Cette personne ne peut pas recevoir de commandes\u00a0: son compte n’est pas actif.',
    'This person cannot be given orders: their account is not active.',
  ),
  ORDER_HAS_PAYMENTS: final(
    'Cette commande a un paiement\u00a0: elle s’annule, elle ne se supprime pas.',
    'This order has a payment: it can be cancelled, not deleted.',
  ),
  ACCEPTANCE_REQUIRED: final(
    'Le nombre de pages vérifié change le prix\u00a0: acceptez-le avant de payer.',
    'The verified number of pages changes the price: accept it before you pay.',
  ),
  GUEST_ORDER_EXPIRED: final(
    'Cette commande a expiré\u00a0: recommencez-la, ou écrivez-nous.',
    'This order has expired: start it again, or write to us.',
  ),
  CORRECTED_FILE_REQUIRED: final('Déposez d’abord le fichier corrigé.', 'Upload the corrected file first.'),
  EXTENSION_PENDING: final(
    'Votre demande de délai attend déjà une réponse.',
    'Your request for more time is already waiting for an answer.',
  ),
  TOO_MANY_FILES: final('Cinq fichiers au plus sont envoyés à la fois.', 'At most five files are sent at once.'),
  REVISIONS_USED_UP: final(
    'Les demandes de modification comprises dans la commande sont épuisées.',
    'The requests for changes that the order includes are used up.',
  ),
  REVISION_TOO_LATE: final(
    'Le délai pour demander des modifications est passé.',
    'The time to ask for changes is over.',
  ),
} as const satisfies Errors;

export const ordersAuditActions = {
  COMMAND_CREATED: action('command', 'LOW', ['a passé la commande', 'placed the order']),
  COMMAND_UPDATED: action('command', 'LOW', ['a modifié la commande', 'changed the order']),
  COMMAND_DELETED: action('command', 'HIGH', ['a supprimé la commande', 'deleted the order']),
  COMMAND_STATUS_CHANGED: action('command', 'LOW', [
    'a changé l’état de la commande',
    'changed the status of the order',
  ]),
  COMMAND_BULK_RUN: action('command', 'MEDIUM', [
    'a lancé une action groupée sur des commandes',
    'ran an action on many orders',
  ]),
  COMMANDS_EXPORTED: action('command', 'MEDIUM', ['a exporté des commandes', 'exported orders']),
  GUEST_ORDER_STARTED: action('command', 'LOW', [
    'a commencé sans compte la commande',
    'started without an account the order',
  ]),
  GUEST_ORDER_CHANGED: action('command', 'LOW', [
    'a fait avancer la commande sans compte',
    'moved on the order without an account',
  ]),
} as const satisfies AuditActions;

export const ordersPermissions = {
  'order:create': ['CUSTOMER'],
  'order:read': ['CUSTOMER', 'PROOFREADER', ...readers],
  'order:list': readers,
  'order:bulk': ['ADMIN'],
  'order:export': ['ADMIN'],
  'order:create-for': ['ADMIN', 'SERVICE'],
  'order:update': ['CUSTOMER', 'ADMIN'],
  'order:delete': ['ADMIN'],
  'order:assign': ['ADMIN', 'SERVICE'],
  'order:submit': ['CUSTOMER'],
  'order:request-consultation': ['CUSTOMER', 'ADMIN'],
  'order:review': ['ADMIN'],
  'order:decline': ['PROOFREADER'],
  'delivery:answer': ['CUSTOMER'],
  'proofreader-profile:manage': ['PROOFREADER', 'ADMIN'],
  'order:start': staff,
  'order:deliver': staff,
  'order:suspend': ['ADMIN', 'SERVICE'],
  'order:resume': ['ADMIN', 'SERVICE'],
  'order:cancel': ['CUSTOMER', 'ADMIN'],
  'order:set-due-date': ['ADMIN'],
  'order:extend': ['PROOFREADER'],
  'order:answer-extension': ['ADMIN'],
  'order:note': ['CUSTOMER', ...staff],
  'order:upload': ['CUSTOMER', 'ADMIN'],
  'order:upload-corrected': staff,
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const ordersRetention = {
  MANUSCRIPTS: ['Manuscrits, après la commande', 'Manuscripts, after the order'],
  ORDERS: ['Textes des commandes, après leur fin', 'Texts of orders, after their end'],
  ORDER_EXPORTS: ['Exports de commandes', 'Exports of orders'],
  ORDER_RUNS: ['Résultats des actions groupées', 'Results of actions on many orders'],
  GUEST_ORDERS: ['Commandes sans compte, après leur fin', 'Orders without an account, after their end'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const ordersRecords = {
  ORDERS: ['Commandes', 'Orders'],
  PROOFREADER_PROFILES: ['Profils de correction', 'Proofreader profiles'],
  GUEST_ORDERS: ['Commandes sans compte', 'Orders without an account'],
} as const satisfies Labels;
