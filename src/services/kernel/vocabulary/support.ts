import {
  action,
  everyone,
  final,
  notifiedByDomain,
  readers,
  type AuditActions,
  type Errors,
  type Labels,
  type Permissions,
} from './define.ts';

/** What support adds to the closed lists. */

export const supportErrors = {
  TICKETS_OF_DIFFERENT_PEOPLE: final(
    'Ces demandes ne viennent pas de la même personne\u00a0: elles ne peuvent pas être réunies.',
    'These tickets are not of the same person: they cannot be merged.',
  ),
  TICKET_MERGED: final(
    'Cette demande a été réunie à une autre\u00a0: c’est là que tout continue.',
    'This ticket was merged into another one: everything goes on there.',
  ),
  TOO_MANY_TICKETS: final(
    'Cinquante de vos demandes sont ouvertes\u00a0: attendez que l’une d’elles soit réglée.',
    'Fifty of your tickets are open: wait until one of them is resolved.',
  ),
} as const satisfies Errors;

export const supportAuditActions = {
  TICKET_OPENED: action('ticket', 'LOW', ['a ouvert la demande', 'opened the ticket']),
  TICKET_STATUS_CHANGED: action('ticket', 'LOW', ['a changé l’état de la demande', 'changed the state of the ticket']),
  TICKET_ASSIGNED: action('ticket', 'LOW', ['a confié la demande', 'assigned the ticket']),
  TICKET_CHANGED: action('ticket', 'LOW', ['a classé la demande', 'classified the ticket']),
  TICKET_WATCHERS_CHANGED: action('ticket', 'LOW', ['a changé qui suit la demande', 'changed who watches the ticket']),
  TICKET_MERGED: action('ticket', 'MEDIUM', ['a réuni la demande à une autre', 'merged the ticket into another one']),
  TICKET_BREACHED: notifiedByDomain('ticket', 'HIGH', [
    'a constaté le dépassement du délai de la demande',
    'found a missed target of the ticket',
  ]),
  BUSINESS_CALENDAR_CHANGED: action('system', 'MEDIUM', [
    'a changé les horaires d’ouverture',
    'changed the opening hours',
  ]),
  TICKET_TARGET_CHANGED: action('system', 'MEDIUM', ['a changé les délais de réponse', 'changed the response targets']),
  CANNED_REPLY_CHANGED: action('system', 'LOW', ['a changé une réponse type', 'changed a canned reply']),
} as const satisfies AuditActions;

export const supportPermissions = {
  'ticket:create': everyone,
  'ticket:read': [...everyone, 'AUDITOR', 'SERVICE', 'SUPPORT_AGENT'],
  'ticket:list': [...readers, 'SUPPORT_AGENT'],
  'ticket:handle': ['ADMIN', 'SUPPORT_AGENT'],
  'ticket:configure': ['ADMIN'],
} as const satisfies Permissions;

export const supportRetention = {
  TICKETS: ['Demandes d’assistance réglées', 'Resolved support tickets'],
} as const satisfies Labels;

export const supportRecords = {
  TICKETS: ['Demandes d’assistance', 'Support tickets'],
} as const satisfies Labels;
