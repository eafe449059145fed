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
  SMS_OPTED_OUT: action('sms', 'LOW', ['n’envoie plus de SMS à ce numéro', 'stops texts to the number']),
  SMS_OPTED_IN: action('sms', 'LOW', ['envoie de nouveau des SMS à ce numéro', 'allows texts to the number again']),
} as const satisfies AuditActions;

export const notificationsPermissions = {
  'notification:read': everyone,
  'notification:create': ['ADMIN', 'SERVICE'],
  'sms:read': ['ADMIN', 'AUDITOR'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const notificationsRetention = {
  NOTIFICATIONS: ['Notifications écartées', 'Dismissed notifications'],
  OLD_NOTIFICATIONS: ['Notifications anciennes', 'Old notifications'],
  MAILS: ['E-mails envoyés', 'Sent e-mails'],
  TEXTS: ['SMS envoyés', 'Sent text messages'],
  TEXT_REPLIES: ['Réponses STOP et START', 'STOP and START replies'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const notificationsRecords = {
  NOTIFICATIONS: ['Notifications', 'Notifications'],
  MAILS: ['E-mails', 'E-mails'],
  TEXTS: ['SMS', 'Text messages'],
} as const satisfies Labels;
