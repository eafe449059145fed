/** Uploads that survive: sessions, their bytes, and the receipts for them. */
export { appendUpload } from './append-upload.ts';
export { awaitEnd, giveUpUpload, standOf } from './await-end.ts';
export { beginUpload, requestUpload, type BeginUpload } from './begin-upload.ts';
export { checksumAlgorithms, type DeclaredChecksum } from './checksum.ts';
export type { UploadServices } from './context.ts';
export { cancelUpload } from './end-upload.ts';
export { uploadExpired, uploadFinished, uploadRefused } from './events.ts';
export { uploadProgress } from './live.ts';
export { uploadStates, type UploadVerb } from './upload.states.ts';
export { requireAlive } from './open-append.ts';
export { openUploads } from './open-uploads.ts';
export { findReceipt, findUpload, whoFollowsUpload } from './queries/find-upload.ts';
export { listUploads } from './queries/list-uploads.ts';
export { uploadTarget, type UploadTarget } from './queries/upload-target.ts';
export { receiptFacts, receiptText, type ReceiptFacts } from './receipts/receipt.ts';
export { uploadEndsAt } from './upload-limits.ts';
export { uploadUrl } from './upload-url.ts';
export type { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
