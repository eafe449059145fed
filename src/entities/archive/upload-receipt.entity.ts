import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, identifier, instant, wholeNumber } from '../base.ts';

/**
 * The server's signed word that it holds these bytes: written with the version, after the sealed file was read back. Owned by the cabinet;
 * seen by whoever uploaded. Stays as long as its version's row.
 */
export const UploadReceipt = defineEntity({
  name: 'UploadReceipt',
  tableName: 'upload_receipt',
  properties: {
    id: identifier().primary(),
    createdAt: createdAt(),
    sessionId: identifier().unique(),
    documentId: identifier().index(),
    versionId: identifier().index(),
    /** Of the plain bytes, in hexadecimal. */
    sha256: p.string().length(64),
    sizeBytes: wholeNumber(),
    storedAt: instant(),
    /** The key that signed, as `GET /receipts/keys` lists it. */
    keyId: p.string().length(16),
    /** Ed25519 over the canonical JSON of the receipt, in base64. */
    signature: p.string().length(88),
  },
});
export type UploadReceipt = InferEntity<typeof UploadReceipt>;
