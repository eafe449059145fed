import { final, action, everyone, type Errors, type AuditActions, type Permissions, type Labels } from './define.ts';

/** What messaging adds to the closed lists: error codes, audit actions, permissions. */

export const messagingErrors = {
  CONVERSATION_CLOSED: final(
    'Cette conversation est close\u00a0: ouvrez-en une autre.',
    'This conversation is closed: open another one.',
  ),
  SEARCH_QUERY_INVALID: final(
    'La recherche est trop longue\u00a0: 200 caractères et dix termes au plus.',
    'The search is too long: 200 characters and ten terms at most.',
  ),
  MESSAGE_TOO_OLD: final(
    'Un message ne se modifie que dans les quinze minutes qui suivent son envoi.',
    'A message can be edited within fifteen minutes after it was sent.',
  ),
  NOT_A_PARTICIPANT: final(
    'Vous ne participez pas à cette conversation.',
    'You do not take part in this conversation.',
  ),
  MESSAGE_EMPTY: final('Écrivez un message ou joignez un fichier.', 'Write a message or attach a file.'),
} as const satisfies Errors;

export const messagingAuditActions = {
  CONVERSATION_OPENED: action('conversation', 'LOW', ['a ouvert la conversation', 'opened the conversation']),
  CONVERSATION_PARTICIPANTS_CHANGED: action('conversation', 'LOW', [
    'a changé les participants de la conversation',
    'changed the participants of the conversation',
  ]),
  CONVERSATION_ASSIGNED: action('conversation', 'LOW', ['a confié la conversation', 'assigned the conversation']),
  CONVERSATION_CLOSED: action('conversation', 'LOW', ['a clos la conversation', 'closed the conversation']),
  CONVERSATION_REOPENED: action('conversation', 'LOW', ['a rouvert la conversation', 'reopened the conversation']),
  MESSAGE_SENT: action('message', 'LOW', ['a envoyé le message', 'sent the message']),
  MESSAGE_EDITED: action('message', 'LOW', ['a modifié le message', 'edited the message']),
  MESSAGE_DELETED: action('message', 'LOW', ['a supprimé le message', 'deleted the message']),
  USER_MESSAGE_SUPPORT_EMAIL_SENT: action('user', 'LOW', [
    'a écrit à l’assistance pour le compte',
    'wrote to support for the account',
  ]),
  VISITOR_WROTE: action('conversation', 'LOW', ['a écrit sans compte', 'wrote without an account']),
  VISITOR_LINK_REVOKED: action('conversation', 'MEDIUM', [
    'a révoqué le lien de la conversation',
    'revoked the link of the conversation',
  ]),
  CONVERSATION_ADOPTED: action('conversation', 'LOW', [
    'a rattaché à un compte la conversation',
    'put in an account the conversation',
  ]),
  MESSAGE_HELD: action('message', 'LOW', ['a retenu le message', 'held the message']),
  MESSAGE_RELEASED: action('message', 'MEDIUM', ['a libéré le message', 'released the message']),
  MESSAGE_MARKED_AS_SPAM: action('message', 'MEDIUM', [
    'a marqué indésirable le message',
    'marked as spam the message',
  ]),
  FORM_BLOCKS_CHANGED: action('system', 'MEDIUM', [
    'a changé ce qui retient les messages',
    'changed what messages are held for',
  ]),
} as const satisfies AuditActions;

export const messagingPermissions = {
  'message:read': everyone,
  'message:send': everyone,
  'message:moderate': ['ADMIN'],
  'conversation:start': ['CUSTOMER', 'PROOFREADER', 'ARTISAN'],
  'conversation:assign': ['ADMIN', 'SUPPORT_AGENT'],
  'visitor:handle': ['ADMIN', 'SUPPORT_AGENT'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const messagingRetention = {
  MESSAGES: ['Conversations closes', 'Closed conversations'],
  VISITORS: ['Échanges avec des personnes sans compte', 'Exchanges with people without an account'],
  SPAM: ['Messages marqués indésirables', 'Messages marked as spam'],
  FORM_BLOCKS: ['Adresses et sites appris de messages indésirables', 'Addresses and sites learnt from spam'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const messagingRecords = {
  MESSAGES: ['Messages', 'Messages'],
  VISITORS: ['Messages écrits sans compte', 'Messages written without an account'],
} as const satisfies Labels;
