import {
  final,
  retryable,
  action,
  everyone,
  readers,
  type Errors,
  type AuditActions,
  type Permissions,
  type Labels,
} from './define.ts';

/** What files adds to the closed lists: error codes, audit actions, permissions. */

export const filesErrors = {
  FILE_TOO_LARGE: final('Ce fichier est trop volumineux.', 'This file is too large.'),
  FILE_TYPE_REFUSED: final('Ce type de fichier n’est pas accepté.', 'This type of file is not accepted.'),
  FILE_DAMAGED: final('Ce fichier est endommagé.', 'This file is damaged.'),
  FILE_INFECTED: final(
    'Un virus a été trouvé dans ce fichier\u00a0: il ne peut pas être ouvert.',
    'A virus was found in this file: it cannot be opened.',
  ),
  FILE_NOT_VERIFIED: retryable(
    'Ce fichier n’a pas été vérifié par un antivirus\u00a0: seul un administrateur peut l’ouvrir.',
    'This file was not verified by an antivirus: only an admin can open it.',
  ),
  FILE_MISSING: final('Un fichier est attendu.', 'A file is expected.'),
  KEY_UNAVAILABLE: retryable(
    'Le service de clés ne répond pas. Réessayez dans quelques minutes.',
    'The key service does not answer. Try again in a few minutes.',
  ),
  KEY_IN_USE: final(
    'Des clés de données sont encore emballées par cette clé maîtresse.',
    'Data keys are still wrapped by this master key.',
  ),
  KEY_NEEDED_BY_BACKUP: final(
    'Une sauvegarde conservée a encore besoin de cette clé maîtresse.',
    'A kept backup still needs this master key.',
  ),
  KIT_INVALID: final(
    'Ces parts du kit d’urgence ne l’ouvrent pas.',
    'These shares of the emergency kit do not open it.',
  ),
  UPLOAD_INCOMPLETE: retryable('L’envoi du fichier a été interrompu.', 'The upload was interrupted.'),
  QUOTA_EXCEEDED: final('Votre espace de stockage est plein.', 'Your storage space is full.'),
} as const satisfies Errors;

export const filesAuditActions = {
  FILE_STORED: action('file', 'LOW', ['a ajouté le fichier', 'added the file']),
  FILE_DOWNLOADED: action('file', 'LOW', ['a téléchargé le fichier', 'downloaded the file']),
  FILE_DELETED: action('file', 'MEDIUM', ['a supprimé le fichier', 'deleted the file']),
  FILE_RESEALED: action('file', 'MEDIUM', [
    'a scellé sous une nouvelle clé le fichier',
    'sealed under a new key the file',
  ]),
  FILE_INTEGRITY: action('file', 'CRITICAL', ['a trouvé endommagé le fichier', 'found damaged the file']),
  FILE_INFECTED: action('file', 'HIGH', ['a trouvé un virus dans le fichier', 'found a virus in the file']),
  MASTER_KEY_ADDED: action('key', 'HIGH', ['a ajouté la clé maîtresse', 'added the master key']),
  MASTER_KEY_RETIRED: action('key', 'CRITICAL', ['a supprimé la clé maîtresse', 'dropped the master key']),
  EMERGENCY_KIT_MADE: action('key', 'HIGH', ['a créé le kit d’urgence', 'made the emergency kit']),
  EMERGENCY_KIT_VERIFIED: action('key', 'HIGH', ['a vérifié le kit d’urgence', 'verified the emergency kit']),
  SIGNING_KEY_ROTATED: action('key', 'HIGH', [
    'a remplacé la clé qui signe les jetons d’accès par',
    'replaced the key that signs access tokens by',
  ]),
  AUDITOR_KEY_TAKEN: action('key', 'HIGH', [
    'a remis à l’auditeur la première clé du journal',
    'gave the auditor the first key of the audit log',
  ]),
  KEYS_REWRAPPED: action('key', 'HIGH', [
    'a réemballé des clés sous la clé maîtresse',
    'wrapped keys anew under the master key',
  ]),
} as const satisfies AuditActions;

export const filesPermissions = {
  'file:download': everyone,
  'file:delete': everyone,
  'file:quarantine': ['ADMIN'],
  'key:read': readers,
  'key:manage': ['ADMIN'],
} as const satisfies Permissions;

/** Kinds of records that an erasure reports, as people read them. */
export const filesRecords = {
  FILES: ['Fichiers', 'Files'],
} as const satisfies Labels;
