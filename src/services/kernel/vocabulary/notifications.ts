import { action, notifiedByDomain, everyone, type AuditActions, type Permissions, type Labels } from './define.ts';

/** What notifications adds to the closed lists: error codes, audit actions, permissions. */

export const notificationsAuditActions = {
  ADMIN_NOTIFICATION_CREATED: action('notification', 'MEDIUM', [
    'a diffusé la notification',
    'broadcast the notification',
  ]),
  EMAIL_FAILED: notifiedByDomain('email', 'HIGH', ['n’a pas pu envoyer l’e-mail', 'could not send the e-mail']),
  EMAIL_OUTCOME_UNKNOWN: notifiedByDomain('email', 'HIGH', [
    'ne sait pas si est parti l’e-mail',
    'does not know the outcome of the e-mail',
  ]),
} as const satisfies AuditActions;

export const notificationsPermissions = {
  'notification:read': everyone,
  'notification:create': ['ADMIN', 'SERVICE'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const notificationsRetention = {
  NOTIFICATIONS: ['Notifications écartées', 'Dismissed notifications'],
  OLD_NOTIFICATIONS: ['Notifications anciennes', 'Old notifications'],
  MAILS: ['E-mails envoyés', 'Sent e-mails'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const notificationsRecords = {
  NOTIFICATIONS: ['Notifications', 'Notifications'],
  MAILS: ['E-mails', 'E-mails'],
} as const satisfies Labels;
