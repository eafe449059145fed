import { planned, type AuditActions } from './define.ts';

/** Audit actions whose modules do not exist yet: the names are the seeds’, kept for them. */

export const plannedAuditActions = {
  USER_MESSAGE_SUPPORT_EMAIL_SENT: planned('user', 'LOW', [
    'a écrit à l’assistance pour le compte',
    'wrote to support for the account',
  ]),
  BACKUP_CREATED: planned('backup', 'LOW', ['a fait la sauvegarde', 'made the backup']),
  BACKUP_RESTORED: planned('backup', 'CRITICAL', ['a restauré la sauvegarde', 'restored the backup']),
} as const satisfies AuditActions;
