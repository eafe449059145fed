import { planned, type AuditActions } from './define.ts';

/** Audit actions whose modules do not exist yet: the names are the seeds’, kept for them. */

export const plannedAuditActions = {
  USER_MESSAGE_SUPPORT_EMAIL_SENT: planned('user', 'LOW', [
    'a écrit à l’assistance pour le compte',
    'wrote to support for the account',
  ]),
} as const satisfies AuditActions;
