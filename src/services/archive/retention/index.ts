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
export type { RetentionItem } from './retention-item.ts';
export { whatKeepsCabinet, type CabinetKeepingReason } from './what-keeps-cabinet.ts';
export { certificateFile, verifyCertificate, type CertificateVerdict } from './certificates/certificate.ts';
export { linkToCertificate, openCertificatePdf, type CertificateLink } from './certificates/certificate-pdf.ts';
export {
  getCertificate,
  listCertificates,
  type CertificateRow,
  type ListCertificates,
} from './queries/list-certificates.ts';
export { documentRetention, type DocumentRetention } from './queries/document-retention.ts';
export { listDueDocuments, type DueDocumentRow, type ListDue } from './queries/list-due.ts';
