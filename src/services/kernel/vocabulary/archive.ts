import {
  action,
  everyone,
  final,
  retryable,
  type AuditActions,
  type Errors,
  type Labels,
  type Permissions,
} from './define.ts';
import {
  uploadAuditActions,
  uploadErrors,
  uploadPermissions,
  uploadRecords,
  uploadRetention,
} from './archive-uploads.ts';

/** What the archive adds to the closed lists: error codes, audit actions, permissions, records. */

export const archiveErrors = {
  ...uploadErrors,
  NAME_TAKEN: final('Ce nom est déjà pris à cet endroit.', 'This name is already taken in this place.'),
  FOLDER_CYCLE: final(
    'Un dossier ne peut pas être rangé dans lui-même.',
    'A folder cannot be put into itself or into what it contains.',
  ),
  FOLDER_TOO_DEEP: final('Les dossiers s’emboîtent sur 20 niveaux au plus.', 'Folders are at most 20 levels deep.'),
  ARCHIVE_LIMIT: final('La limite est atteinte.', 'The limit is reached.'),
  CABINET_ARCHIVED: final(
    'Cette armoire est archivée\u00a0: elle se lit, mais ne change plus.',
    'This cabinet is archived: it can be read, and does not change.',
  ),
  CABINET_LAST_MANAGER: final(
    'C’est le dernier gestionnaire de l’armoire\u00a0: nommez-en un autre d’abord.',
    'This is the last manager of the cabinet: name another one first.',
  ),
  CABINET_NOT_EMPTY: final(
    'Des documents de cette armoire doivent être conservés.',
    'Documents of this cabinet must be kept.',
  ),
  VERSION_STALE: retryable(
    'Le document a changé entre-temps\u00a0: relisez-le d’abord.',
    'The document has changed meanwhile: read it again first.',
  ),
  DOCUMENT_LOCKED: retryable(
    'Ce document est verrouillé par une autre personne.',
    'This document is locked by someone else.',
  ),
  RETENTION_ACTIVE: final(
    'La durée de conservation de ce document court encore.',
    'This document must still be kept for a time.',
  ),
} as const satisfies Errors;

export const archiveAuditActions = {
  ...uploadAuditActions,
  CABINET_CREATED: action('cabinet', 'LOW', ['a créé l’armoire', 'created the cabinet']),
  CABINET_UPDATED: action('cabinet', 'LOW', ['a modifié l’armoire', 'changed the cabinet']),
  CABINET_ARCHIVED: action('cabinet', 'MEDIUM', ['a archivé l’armoire', 'archived the cabinet']),
  CABINET_REOPENED: action('cabinet', 'MEDIUM', ['a rouvert l’armoire', 'reopened the cabinet']),
  CABINET_DELETED: action('cabinet', 'HIGH', ['a supprimé l’armoire', 'deleted the cabinet']),
  CABINET_KEPT: action('cabinet', 'MEDIUM', [
    'a gardé l’armoire qui allait être détruite',
    'kept the cabinet after all',
  ]),
  CABINET_TRANSFERRED: action('cabinet', 'MEDIUM', ['a transmis l’armoire', 'transferred the cabinet']),
  CABINET_ACCESS_GRANTED: action('cabinet', 'MEDIUM', ['a donné accès à l’armoire', 'gave access to the cabinet']),
  CABINET_ACCESS_CHANGED: action('cabinet', 'MEDIUM', [
    'a changé un accès à l’armoire',
    'changed an access to the cabinet',
  ]),
  CABINET_ACCESS_ENDED: action('cabinet', 'MEDIUM', [
    'a retiré un accès à l’armoire',
    'ended an access to the cabinet',
  ]),
  CABINET_ENTERED: action('cabinet', 'HIGH', [
    'est entré comme administrateur dans l’armoire',
    'entered as an admin the cabinet',
  ]),
  FOLDER_CREATED: action('folder', 'LOW', ['a créé le dossier', 'created the folder']),
  FOLDER_RENAMED: action('folder', 'LOW', ['a renommé le dossier', 'renamed the folder']),
  FOLDER_MOVED: action('folder', 'LOW', ['a déplacé le dossier', 'moved the folder']),
  FOLDER_TRASHED: action('folder', 'MEDIUM', ['a mis à la corbeille le dossier', 'put into the trash the folder']),
  FOLDER_RESTORED: action('folder', 'LOW', ['a restauré le dossier', 'restored the folder']),
  FOLDER_RESTRICTED: action('folder', 'MEDIUM', [
    'a restreint un accès au dossier',
    'restricted an access to the folder',
  ]),
  FOLDER_UNRESTRICTED: action('folder', 'MEDIUM', [
    'a levé une restriction du dossier',
    'lifted a restriction of the folder',
  ]),
  DOCUMENT_ADDED: action('document', 'LOW', ['a ajouté le document', 'added the document']),
  FILE_UPDATED: action('document', 'LOW', ['a ajouté une version au document', 'added a version to the document']),
  FILE_RESTORED: action('document', 'MEDIUM', [
    'a restauré une version du document',
    'restored a version of the document',
  ]),
  DOCUMENT_UPDATED: action('document', 'LOW', ['a modifié le document', 'changed the document']),
  DOCUMENT_MOVED: action('document', 'LOW', ['a déplacé le document', 'moved the document']),
  DOCUMENT_COPIED: action('document', 'LOW', ['a copié le document', 'copied the document']),
  DOCUMENT_TRASHED: action('document', 'MEDIUM', [
    'a mis à la corbeille le document',
    'put into the trash the document',
  ]),
  DOCUMENT_RESTORED: action('document', 'LOW', [
    'a sorti de la corbeille le document',
    'restored from the trash the document',
  ]),
  DOCUMENT_LOCKED: action('document', 'LOW', ['a verrouillé le document', 'locked the document']),
  DOCUMENT_UNLOCKED: action('document', 'LOW', ['a déverrouillé le document', 'unlocked the document']),
  DOCUMENT_DOWNLOADED: action('document', 'LOW', ['a téléchargé le document', 'downloaded the document']),
  DOCUMENT_VERSION_DELETED: action('document', 'MEDIUM', [
    'a supprimé une version du document',
    'deleted a version of the document',
  ]),
  DOCUMENT_PURGED: action('document', 'MEDIUM', ['a détruit le document', 'destroyed the document']),
  DOCUMENT_CLOSED: action('document', 'MEDIUM', ['a clos le document', 'closed the document']),
  DOCUMENT_DUE: action('document', 'MEDIUM', [
    'a constaté la fin de conservation du document',
    'noted the end of the time of keeping of the document',
  ]),
  RETENTION_LENGTHENED: action('document', 'MEDIUM', [
    'a allongé la conservation du document',
    'lengthened the time of keeping of the document',
  ]),
  RETENTION_SHORTENING_REQUESTED: action('document', 'HIGH', [
    'a demandé d’abréger la conservation du document',
    'asked to shorten the time of keeping of the document',
  ]),
  RETENTION_SHORTENED: action('document', 'HIGH', [
    'a abrégé la conservation du document',
    'shortened the time of keeping of the document',
  ]),
  RETENTION_SHORTENING_UNDONE: action('document', 'MEDIUM', [
    'a maintenu la conservation du document',
    'kept the time of keeping of the document as it was',
  ]),
  CABINET_DESTROYED: action('cabinet', 'HIGH', ['a détruit l’armoire', 'destroyed the cabinet']),
  DOCUMENT_WORDS_CHANGED: action('cabinet', 'LOW', [
    'a modifié les mots de classement de l’armoire',
    'changed the filing words of the cabinet',
  ]),
} as const satisfies AuditActions;

/** Who may have a place in a cabinet; what the place allows is in `archive/access/cabinet-rules.ts`. */
const members = everyone;

export const archivePermissions = {
  ...uploadPermissions,
  'cabinet:read': members,
  'cabinet:create': members,
  'cabinet:update': members,
  'cabinet:archive': members,
  'cabinet:delete': members,
  'cabinet:transfer': members,
  'cabinet:grant': members,
  'cabinet:enter': ['ADMIN'],
  'folder:manage': members,
  'folder:restrict': members,
  'document:read': [...members, 'SERVICE'],
  'document:add': [...members, 'SERVICE'],
  'document:update': members,
  'document:lock': members,
  'document:break-lock': members,
  'document:trash': members,
  'document:restore': members,
  'document:move': members,
  'document:purge': members,
  'retention:classify': members,
  'destruction:approve': members,
  'certificate:read': [...members, 'AUDITOR'],
  'activity:read': members,
  'archive:dashboard': ['ADMIN', 'AUDITOR'],
  'version:restore': members,
  'version:delete': members,
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const archiveRetention = {
  ...uploadRetention,
  DOCUMENT_RUNS: ['Actions groupées terminées', 'Actions on many documents that have ended'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const archiveRecords = {
  ...uploadRecords,
  DOCUMENT_RUNS: ['Actions groupées sur des documents', 'Actions on many documents'],
  CABINET_PLACES: ['Accès aux armoires', 'Places in cabinets'],
  DOCUMENT_VERSIONS: ['Documents ajoutés aux armoires', 'Documents added to cabinets'],
} as const satisfies Labels;
