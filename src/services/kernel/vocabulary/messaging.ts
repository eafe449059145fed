import { final, action, everyone, type Errors, type AuditActions, type Permissions, type Labels } from './define.ts';

/** What messaging adds to the closed lists: error codes, audit actions, permissions. */

export const messagingErrors = {
  MESSAGE_EMPTY: final('Écrivez un message ou joignez un fichier.', 'Write a message or attach a file.'),
} as const satisfies Errors;

export const messagingAuditActions = {
  CONVERSATION_OPENED: action('conversation', 'LOW', ['a ouvert la conversation', 'opened the conversation']),
  CONVERSATION_PARTICIPANTS_CHANGED: action('conversation', 'LOW', [
    'a changé les participants de la conversation',
    'changed the participants of the conversation',
  ]),
  MESSAGE_SENT: action('message', 'LOW', ['a envoyé le message', 'sent the message']),
} as const satisfies AuditActions;

export const messagingPermissions = {
  'message:read': everyone,
  'message:send': everyone,
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const messagingRetention = {
  MESSAGES: ['Conversations closes', 'Closed conversations'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const messagingRecords = {
  MESSAGES: ['Messages', 'Messages'],
} as const satisfies Labels;
