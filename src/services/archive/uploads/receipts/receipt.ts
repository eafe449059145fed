import { UploadReceipt } from '../../../../entities/archive/upload-receipt.entity.ts';
import type { UploadSession } from '../../../../entities/archive/upload-session.entity.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/context.ts';
import type { SigningKeys } from '../../../platform/signing-keys.ts';

/** What a receipt says. */
export interface ReceiptFacts {
  readonly uploadId: string;
  readonly documentId: string;
  readonly versionId: string;
  /** Of the plain bytes, in hexadecimal. */
  readonly sha256: string;
  /** Plain bytes. */
  readonly sizeBytes: number;
  readonly storedAt: Date;
  readonly keyId: string;
}

/**
 * The very bytes that are signed: canonical JSON (RFC 8785) of these members. `type` keeps a receipt from being taken for anything else
 * that the application signs.
 */
export const receiptText = ({ sizeBytes, storedAt, ...facts }: ReceiptFacts): string =>
  canonicalJson({ type: 'atelier-upload-receipt-1', size: sizeBytes, storedAt: storedAt.toISOString(), ...facts });

/** The facts of a receipt, and of nothing else that carries them. */
export const receiptFacts = (receipt: UploadReceipt): ReceiptFacts => ({
  uploadId: receipt.sessionId,
  documentId: receipt.documentId,
  versionId: receipt.versionId,
  sha256: receipt.sha256,
  sizeBytes: receipt.sizeBytes,
  storedAt: receipt.storedAt,
  keyId: receipt.keyId,
});

export interface Stored {
  readonly documentId: string;
  readonly versionId: string;
  readonly sha256: string;
}

/** Signs the receipt of an upload whose sealed bytes were read back, in the transaction that makes them a version: once. */
export function writeReceipt(
  { em, now }: Tx<'em' | 'now'>,
  session: Pick<UploadSession, 'id' | 'sizeBytes'>,
  { stored, signer }: { readonly stored: Stored; readonly signer: SigningKeys },
): UploadReceipt {
  const { documentId, versionId, sha256 } = stored;
  const { sizeBytes } = session;
  const facts = { uploadId: session.id, documentId, versionId, sha256, sizeBytes, storedAt: now, keyId: signer.keyId };
  const { uploadId: sessionId, ...rest } = facts;
  return em.create(UploadReceipt, { id: newId(), sessionId, ...rest, signature: signer.sign(receiptText(facts)) });
}
