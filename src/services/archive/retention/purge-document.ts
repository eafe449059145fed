import type { DestructionCertificate } from '../../../entities/archive/destruction-certificate.entity.ts';
import type { Operation } from '../../platform/context.ts';
import { openDocument } from '../documents/open-document.ts';
import type { CertificateSigner } from './certificates/issue-certificate.ts';
import { destroyDocument } from './destroy-document.ts';
import type { Destroying } from './document-parts.ts';

export type CertificateId = DestructionCertificate['id'];

/**
 * Destroys a document that is in the trash, for ever; returns the id of its certificate. Errors: NOT_FOUND (also for one that is not in
 * the trash), FORBIDDEN, CABINET_ARCHIVED, DOCUMENT_LOCKED, LEGAL_HOLD, RETENTION_ACTIVE.
 */
export const purgeDocument: Operation<'run' | 'certificateKeys', { readonly id: string }, CertificateId> = (
  { run, certificateKeys: signer },
  { id },
) => run(purge, { id, signer, why: 'PURGED' });

export interface Purging {
  readonly id: string;
  readonly signer: CertificateSigner;
  readonly why: 'PURGED' | 'TRASH_EMPTIED' | 'TRASH_EXPIRED';
}

/** The same in the caller's transaction. */
export async function purge(tx: Destroying, { id, ...destruction }: Purging): Promise<CertificateId> {
  const opened = await openDocument(tx, id, { permission: 'document:purge', status: 'TRASHED' });
  return destroyDocument(tx, opened, destruction);
}
