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
} as const satisfies AuditActions;

export const messagingPermissions = {
  'message:read': everyone,
  'message:send': everyone,
  'message:moderate': ['ADMIN'],
  'conversation:start': ['CUSTOMER', 'PROOFREADER', 'ARTISAN'],
  'conversation:assign': ['ADMIN'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const messagingRetention = {
  MESSAGES: ['Conversations closes', 'Closed conversations'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const messagingRecords = {
  MESSAGES: ['Messages', 'Messages'],
} as const satisfies Labels;
