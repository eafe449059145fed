import { planned, type AuditActions } from './define.ts';

/** Audit actions whose modules do not exist yet: the names are the seeds’, kept for them. */

export const plannedAuditActions = {
  USER_MESSAGE_SUPPORT_EMAIL_SENT: planned('user', 'LOW', [
    'a écrit à l’assistance pour le compte',
    'wrote to support for the account',
  ]),
  FILE_UPDATED: planned('file', 'LOW', ['a modifié le fichier', 'changed the file']),
  FILE_RESTORED: planned('file', 'MEDIUM', ['a restauré le fichier', 'restored the file']),
  CABINET_CREATED: planned('cabinet', 'LOW', ['a créé le cabinet', 'created the cabinet']),
  CABINET_UPDATED: planned('cabinet', 'LOW', ['a modifié le cabinet', 'changed the cabinet']),
  CABINET_DELETED: planned('cabinet', 'HIGH', ['a supprimé le cabinet', 'deleted the cabinet']),
} as const satisfies AuditActions;
