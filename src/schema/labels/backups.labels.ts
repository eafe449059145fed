import type { BackupRung, BackupStatus, BackupTrigger } from '../../entities/backups/backup.entity.ts';
import type { DrillResult } from '../../entities/backups/restore-drill.entity.ts';
import type { RestoreOutcome } from '../../entities/backups/restore-item.entity.ts';
import type { RestoreKind, RestoreStatus } from '../../entities/backups/restore-run.entity.ts';
import type { Labels } from './label.ts';

/** Backups and restore drills. */

const trigger: Labels<BackupTrigger> = {
  MANUAL: ['À la demande', 'On demand'],
  SCHEDULED: ['Planifiée', 'Scheduled'],
  BEFORE_MIGRATION: ['Avant une mise à jour', 'Before an update'],
  BEFORE_RESTORE: ['Avant une restauration', 'Before a restore'],
};

const status: Labels<BackupStatus> = {
  RUNNING: ['En cours', 'Running'],
  COMPLETE: ['Complète', 'Complete'],
  DAMAGED: ['Endommagée', 'Damaged'],
  FAILED: ['Échouée', 'Failed'],
  DELETED: ['Supprimée', 'Deleted'],
};

const rung: Labels<BackupRung> = {
  DAILY: ['Quotidienne', 'Daily'],
  WEEKLY: ['Hebdomadaire', 'Weekly'],
  MONTHLY: ['Mensuelle', 'Monthly'],
  MANUAL: ['Hors calendrier', 'Outside the calendar'],
};

const drillResult: Labels<DrillResult> = {
  RUNNING: ['En cours', 'Running'],
  PASSED: ['Réussi', 'Passed'],
  FAILED: ['Échoué', 'Failed'],
};

const restoreKind: Labels<RestoreKind> = {
  DISASTER: ['Tout', 'Everything'],
  DOCUMENTS: ['Des documents', 'Documents'],
};

const restoreStatus: Labels<RestoreStatus> = {
  RUNNING: ['En cours', 'Running'],
  COMPLETE: ['Terminée', 'Complete'],
  CANCELLED: ['Interrompue', 'Cancelled'],
  FAILED: ['Échouée', 'Failed'],
};

const restoreOutcome: Labels<RestoreOutcome> = {
  WAITING: ['En attente', 'Waiting'],
  RESTORED: ['Restauré', 'Restored'],
  IDENTICAL: ['Identique', 'Identical'],
  ERASED: ['Effacé définitivement', 'Erased for good'],
  LOCKED: ['Verrouillé', 'Locked'],
  ARCHIVED: ['Armoire en lecture seule', 'Cabinet is read only'],
  DAMAGED: ['Copie endommagée', 'Copy is damaged'],
};

export const backupLabels = {
  RestoreKind: restoreKind,
  RestoreStatus: restoreStatus,
  RestoreOutcome: restoreOutcome,
  BackupTrigger: trigger,
  BackupStatus: status,
  BackupRung: rung,
  DrillResult: drillResult,
};
