/** How long documents are kept, and how they are destroyed: by one function, which every way asks. */
import './context.ts';
export { approveDestruction, mostApproved, type ApprovedDestruction } from './approve-destruction.ts';
export { closeDocument, type CloseDocument } from './close-document.ts';
export { emptyTrash, type TrashEmptied } from './empty-trash.ts';
export { freezeRetention } from './freeze-retention.ts';
export { keepingReasons, requireDestroyable, type KeepingReason } from './keeping-reasons.ts';
export { previewRetention } from './preview-retention.ts';
export { purgeDocument } from './purge-document.ts';
export { retainDocument, undoRetentionChange, type RetainDocument } from './retain-document.ts';
export { retentionOutcomes, type RetentionItem, type RetentionOutcome } from './run-retention.ts';
export { whatKeepsCabinet, type CabinetKeepingReason } from './what-keeps-cabinet.ts';
export { certificateFile, verifyCertificate, type CertificateVerdict } from './certificates/certificate.ts';
