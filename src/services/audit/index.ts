/** The public API of the audit log: how it is written, checked, read and, once sealed, shortened. */
export { acknowledgeRestore } from './acknowledge-restore.ts';
export { createAuditLog, createNotes, noteAs } from './audit-log.ts';
export { createAccessAuditor, type AccessAuditor, type AccessEvent } from './access-auditor.ts';
export { checkpointFileOf, makeCheckpoint } from './proofs/make-checkpoint.ts';
export { readCheckpoints } from './proofs/checkpoint-file.ts';
export {
  fingerprintOf,
  firstKeyOf,
  AuditKeyError,
  openEpochKeys,
  takeFirstKey,
  type EpochKeys,
  type HeldKey,
} from './epoch-key.ts';
export { forgetSubject } from './forget-subject.ts';
export { newestEntryAt } from './queries/newest-entry.ts';
export { auditLogOf, type AuditLogSource } from './audit-log-source.ts';
export { lineOf } from './entry-line.ts';
export { auditExtractRetention, auditRetention } from './retention.ts';
export { proveConsistency } from './proofs/prove-consistency.ts';
export { verifyProofs, type ProofVerdict } from './proofs/verify-proofs.ts';
export { purgeAudit } from './purge-segment.ts';
export type { AuditEntryRow } from './queries/entry-row.ts';
export type { AuditFilter } from './queries/entry-filter.ts';
export { mayReadAuditFile } from './queries/file-questions.ts';
export { auditStats, listAuditEntries, type AuditStats, type ListAuditEntries } from './queries/list-entries.ts';
export { listAuditSegments } from './queries/list-segments.ts';
export { findAuditExport, requestAuditExport } from './request-export.ts';
export type { Restore } from './restores.ts';
export { sealAuditSegment } from './seal-segment.ts';
export { isSignedBy, openSigner, type CheckpointSigner } from './proofs/signing.ts';
export { checkAuditLogTask } from './tasks/check-audit-log.task.ts';
export { checkpointTask } from './tasks/checkpoint.task.ts';
export { auditTasks } from './tasks/index.ts';
export { verifyAnchored } from './verify-anchored.ts';
export { verifyAuditLog, type Verdict } from './verify.ts';
export { auditPersonalData } from './personal-data.ts';
