export { bulkDocuments, type BulkDocuments } from './bulk-documents.ts';
export { cancelDocumentRun } from './cancel-run.ts';
export { continueRun } from './continue-run.ts';
export { documentRunStates } from './document-run.states.ts';
export { documentRunProgress } from './live.ts';
export { findRun, listRuns, runItems, whoFollowsRun } from './queries/find-run.ts';
export type { DocumentRun, DocumentRunItem } from '../../../entities/archive/document-run.entity.ts';
