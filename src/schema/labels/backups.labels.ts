import type { BackupRung, BackupStatus, BackupTrigger } from '../../entities/backups/backup.entity.ts';
import type { DrillResult } from '../../entities/backups/restore-drill.entity.ts';
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

export const backupLabels = {
  BackupTrigger: trigger,
  BackupStatus: status,
  BackupRung: rung,
  DrillResult: drillResult,
};
