import {
  action,
  final,
  notifiedByDomain,
  everyone,
  type AuditActions,
  type Errors,
  type Permissions,
  type Labels,
} from './define.ts';

/** What notifications adds to the closed lists: error codes, audit actions, permissions. */

export const notificationsErrors = {
  PREFERENCE_NOT_ALLOWED: final(
    'Cette préférence ferait taire ce que vous devez savoir\u00a0: la sécurité de votre compte vous est toujours signalée.',
    'This preference would silence what you must know: you are always notified about the safety of your account.',
  ),
  EMAIL_SUPPRESSED: final(
    'Cette adresse ne reçoit plus nos e-mails\u00a0: levez d’abord le blocage.',
    'This address gets no more e-mails from us: lift the suppression first.',
  ),
  TEMPLATE_UNKNOWN: final('Ce modèle d’e-mail n’existe pas.', 'There is no such e-mail template.'),
} as const satisfies Errors;

export const notificationsAuditActions = {
  NOTIFICATION_WITHDRAWN: action('notification', 'MEDIUM', ['a retiré la notification', 'withdrew the notification']),
  EMAIL_SUPPRESSED: action('email', 'LOW', ['n’envoie plus d’e-mails à l’adresse', 'stops e-mails to the address']),
  EMAIL_SUPPRESSION_LIFTED: action('email', 'MEDIUM', [
    'envoie de nouveau des e-mails à l’adresse',
    'allows e-mails to the address again',
  ]),
  EMAIL_RETRIED: action('email', 'LOW', ['a relancé l’e-mail', 'sent the e-mail again']),
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
  'notification:manage': everyone,
  'notification:create': ['ADMIN', 'SERVICE'],
  'mail:read': ['ADMIN', 'AUDITOR'],
  'mail:retry': ['ADMIN'],
  'sms:read': ['ADMIN', 'AUDITOR'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const notificationsRetention = {
  NOTIFICATIONS: ['Notifications écartées', 'Dismissed notifications'],
  OLD_NOTIFICATIONS: ['Notifications anciennes', 'Old notifications'],
  MAILS: ['E-mails envoyés', 'Sent e-mails'],
  BROADCASTS: ['Notifications diffusées', 'Broadcast notifications'],
  TEXTS: ['SMS envoyés', 'Sent text messages'],
  TEXT_REPLIES: ['Réponses STOP et START', 'STOP and START replies'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const notificationsRecords = {
  NOTIFICATIONS: ['Notifications', 'Notifications'],
  MAILS: ['E-mails', 'E-mails'],
  NOTIFICATION_PREFERENCES: ['Préférences de notification', 'Notification preferences'],
  EMAIL_SUPPRESSIONS: ['Adresses bloquées', 'Suppressed addresses'],
  TEXTS: ['SMS', 'Text messages'],
} as const satisfies Labels;
