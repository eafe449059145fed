import type { CabinetRole } from '../../entities/archive/cabinet-member.entity.ts';
import type { CabinetColour, CabinetStatus } from '../../entities/archive/cabinet.entity.ts';
import type { VersionOrigin } from '../../entities/archive/document-version.entity.ts';
import type { CustomFieldKind, KeepingEnd, KeepingStart } from '../../entities/archive/document-words.entity.ts';
import type { BulkDocumentAction, DocumentStatus, OnNameTaken } from '../../entities/archive/document.entity.ts';
import type { FolderStatus, RestrictionLevel } from '../../entities/archive/folder.entity.ts';
import type { DestroyedKind } from '../../entities/archive/destruction-certificate.entity.ts';
import type { RetentionOutcome } from '../../services/kernel/keeping.ts';
import type { Labels } from './label.ts';

/** Cabinets and their documents. */

const cabinetState: Labels<CabinetStatus> = {
  ACTIVE: ['En service', 'In use'],
  ARCHIVED: ['Archivée', 'Archived'],
  DELETING: ['En cours de suppression', 'Being deleted'],
  DESTROYED: ['Détruite', 'Destroyed'],
};

const cabinetColour: Labels<CabinetColour> = {
  GREY: ['Gris', 'Grey'],
  RED: ['Rouge', 'Red'],
  ORANGE: ['Orange', 'Orange'],
  YELLOW: ['Jaune', 'Yellow'],
  GREEN: ['Vert', 'Green'],
  TEAL: ['Bleu-vert', 'Teal'],
  BLUE: ['Bleu', 'Blue'],
  PURPLE: ['Violet', 'Purple'],
};

const cabinetRole: Labels<CabinetRole> = {
  READER: ['Lecteur', 'Reader'],
  CONTRIBUTOR: ['Contributeur', 'Contributor'],
  MANAGER: ['Gestionnaire', 'Manager'],
};

const restrictionLevel: Labels<RestrictionLevel> = {
  NONE: ['Aucun accès', 'No access'],
  READER: ['Lecture', 'Read only'],
  CONTRIBUTOR: ['Contribution', 'Contribution'],
};

const folderState: Labels<FolderStatus> = {
  ACTIVE: ['En place', 'In place'],
  TRASHED: ['À la corbeille', 'In the trash'],
};

const documentState: Labels<DocumentStatus> = {
  ACTIVE: ['En place', 'In place'],
  TRASHED: ['À la corbeille', 'In the trash'],
  PURGED: ['Détruit', 'Destroyed'],
};

const versionOrigin: Labels<VersionOrigin> = {
  UPLOAD: ['Envoi', 'Upload'],
  EDIT: ['Nouvelle version', 'New version'],
  RESTORED_VERSION: ['Version restaurée', 'Restored version'],
  RESTORED_BACKUP: ['Restauré d’une sauvegarde', 'Restored from a backup'],
  MOVED: ['Déplacé', 'Moved'],
  COPIED: ['Copié', 'Copied'],
};

const onNameTaken: Labels<OnNameTaken> = {
  REFUSE: ['Refuser', 'Refuse'],
  NEW_VERSION: ['Ajouter une version', 'Add a version'],
  KEEP_BOTH: ['Garder les deux', 'Keep both'],
};

const bulkDocumentAction: Labels<BulkDocumentAction> = {
  MOVE: ['Déplacer', 'Move'],
  COPY: ['Copier', 'Copy'],
  TRASH: ['Mettre à la corbeille', 'Put into the trash'],
  PURGE: ['Détruire', 'Destroy'],
  RESTORE: ['Restaurer', 'Restore'],
  TAG: ['Étiqueter', 'Tag'],
  UNTAG: ['Retirer l’étiquette', 'Untag'],
  SET_TYPE: ['Changer de type', 'Change the type'],
  LOCK: ['Verrouiller', 'Lock'],
  UNLOCK: ['Déverrouiller', 'Unlock'],
};

const keepingStart: Labels<KeepingStart> = {
  DOCUMENT_DATE: ['Date du document', 'Date of the document'],
  ADDED_AT: ['Date d’ajout', 'When it was added'],
  EVENT: ['Fin de l’affaire', 'End of the matter'],
};

const keepingEnd: Labels<KeepingEnd> = {
  REVIEW: ['Faire décider', 'Review'],
  DESTROY: ['Détruire après préavis', 'Destroy after a notice'],
};

const customFieldKind: Labels<CustomFieldKind> = {
  TEXT: ['Texte', 'Text'],
  NUMBER: ['Nombre', 'Number'],
  DATE: ['Date', 'Date'],
  MONEY: ['Montant', 'Amount'],
  CHOICE: ['Choix', 'Choice'],
  BOOLEAN: ['Oui ou non', 'Yes or no'],
};

const retentionOutcome: Labels<RetentionOutcome> = {
  SHORTENED: ['Conservation abrégée', 'Shortened'],
  TO_REVIEW: ['À examiner', 'To review'],
  TRASHED: ['Mis à la corbeille', 'Put into the trash'],
  DESTROYED: ['Détruit', 'Destroyed'],
};

const destroyedKind: Labels<DestroyedKind> = {
  DOCUMENT: ['Document', 'Document'],
  CABINET: ['Armoire', 'Cabinet'],
};

export const archiveLabels = {
  CabinetState: cabinetState,
  CabinetColour: cabinetColour,
  CabinetRole: cabinetRole,
  RestrictionLevel: restrictionLevel,
  FolderState: folderState,
  DocumentState: documentState,
  VersionOrigin: versionOrigin,
  OnNameTaken: onNameTaken,
  BulkDocumentAction: bulkDocumentAction,
  KeepingStart: keepingStart,
  KeepingEnd: keepingEnd,
  CustomFieldKind: customFieldKind,
  RetentionOutcome: retentionOutcome,
  DestroyedKind: destroyedKind,
};
