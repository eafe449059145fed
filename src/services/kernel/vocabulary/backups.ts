import {
  action,
  final,
  notifiedByDomain,
  retryable,
  type AuditActions,
  type Errors,
  type Permissions,
} from './define.ts';

/** What backups add to the closed lists: error codes, audit actions, permissions. */

export const backupsErrors = {
  BACKUP_RUNNING: retryable(
    'Une sauvegarde est en cours\u00a0: réessayez quand elle sera terminée.',
    'A backup is running: try again when it is done.',
  ),
  BACKUP_DAMAGED: final(
    'Cette sauvegarde est endommagée, et aucune copie intacte n’a été trouvée.',
    'This backup is damaged, and no whole copy was found.',
  ),
  BACKUP_PROTECTED: final(
    'Cette sauvegarde est protégée\u00a0: elle ne peut pas être supprimée avant la date indiquée.',
    'This backup is protected: it cannot be deleted before the date given.',
  ),
  BACKUP_TARGET_UNAVAILABLE: retryable(
    'Le support de sauvegarde ne répond pas\u00a0: vérifiez qu’il est branché et accessible.',
    'The backup target does not respond: check that it is connected and can be written.',
  ),
  RESTORE_NOT_EMPTY: final(
    'Une restauration complète ne se fait que dans une base et un dossier vides.',
    'Everything is restored into an empty database and folder only.',
  ),
} as const satisfies Errors;

export const backupsAuditActions = {
  BACKUP_CREATED: action('backup', 'LOW', ['a fait la sauvegarde', 'made the backup']),
  BACKUP_FAILED: notifiedByDomain('backup', 'HIGH', ['n’a pas pu faire la sauvegarde', 'could not make the backup']),
  BACKUP_VERIFIED: action('backup', 'LOW', ['a vérifié la sauvegarde', 'verified the backup']),
  BACKUP_DAMAGED: notifiedByDomain('backup', 'CRITICAL', [
    'a trouvé endommagée la sauvegarde',
    'found damaged the backup',
  ]),
  BACKUP_HEALED: action('backup', 'MEDIUM', ['a réparé la sauvegarde', 'mended the backup']),
  BACKUP_PROTECTION_EXTENDED: action('backup', 'MEDIUM', [
    'a prolongé la protection de la sauvegarde',
    'extended the protection of the backup',
  ]),
  BACKUP_DELETED: action('backup', 'MEDIUM', ['a supprimé la sauvegarde', 'deleted the backup']),
  BACKUPS_PRUNED: action('backup-target', 'LOW', [
    'a retiré ce qui ne sert plus du support de sauvegarde',
    'removed what is not needed any more from the backup target',
  ]),
  BACKUP_FORGOTTEN: action('backup', 'MEDIUM', [
    'a retiré des clés détruites de la sauvegarde',
    'took destroyed keys out of the backup',
  ]),
  BACKUP_RESTORED: action('backup', 'CRITICAL', ['a restauré la sauvegarde', 'restored the backup']),
  RESTORE_DRILLED: action('backup', 'LOW', [
    'a essayé de restaurer la sauvegarde',
    'practised the restore of the backup',
  ]),
} as const satisfies AuditActions;

export const backupsPermissions = {
  'backup:read': ['ADMIN', 'AUDITOR', 'SERVICE'],
  'backup:create': ['ADMIN', 'SERVICE'],
  'backup:verify': ['ADMIN'],
  'backup:restore': ['ADMIN'],
  'backup:delete': ['ADMIN'],
} as const satisfies Permissions;
