/** The public API of backups: making, verifying, keeping and restoring them. */
export type { BackupPlaces } from './context.ts';
export { backupStates } from './backup.states.ts';
export { BackupFault } from './format/backup-fault.ts';
export { adoptBackups } from './keeping/adopt-backups.ts';
export { backUpBeforeMigration } from './making/before-migration.ts';
export { beginBackup, type BeginBackup } from './making/begin-backup.ts';
export { previewBackup, type BackupPreview } from './making/preview-backup.ts';
export { makeBackup } from './making/make-backup.ts';
export { keepTombstones } from './keeping/keep-tombstones.ts';
export { verifyBackup, type BackupVerdict } from './keeping/verify-backup.ts';
export {
  listManifests,
  openManifest,
  openRepository,
  type BackupKeys,
  type Repository,
} from './repository/repository.ts';
export { checkPlace, type PlaceCheck } from './restoring/check-place.ts';
export { finishRestore, type FinishRestore } from './restoring/finish-restore.ts';
export { newestKeys } from './restoring/newest-keys.ts';
export { previewRestore } from './restoring/preview-restore.ts';
export { restorePlace } from './restoring/restore-place.ts';
export { endRestoreState, readRestoreState } from './restoring/restore-state.ts';
export { targetNumbered } from './targets.ts';
export { backupProgress } from './live.ts';
export { deleteBackup } from './keeping/delete-backup.ts';
export { protectBackup } from './keeping/protect-backup.ts';
export { forgetKeys } from './keeping/forget-keys.ts';
export { examineBackups, examineDrills } from './keeping/examine-backups.ts';
export { pruneBackups, type Pruned } from './keeping/prune.ts';
export { scrub } from './keeping/scrub.ts';
export { createBackup, requestDrill, requestVerification } from './request-backup.ts';
export { lastBackupAt } from './queries/last-backup.ts';
export { getBackup, listBackups, listDrills, type BackupRow, type DrillRow } from './queries/backup-rows.ts';
export { restoreBackup, type RestoreBackup } from './documents/plan-restore.ts';
export { cancelRestore, restoreDocuments } from './documents/restore-documents.ts';
export { getRestoreRun, listRestoreItems, type RestoreItemRow, type RestoreRunRow } from './queries/restore-rows.ts';
