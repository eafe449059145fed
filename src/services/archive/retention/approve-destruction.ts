import { DomainError, type ErrorCode, fieldError } from '../../kernel/errors.ts';
import type { Operation } from '../../platform/context.ts';
import { lockDocument, openDocument } from '../documents/open-document.ts';
import type { CertificateSigner } from './certificates/issue-certificate.ts';
import { destroyDocument } from './destroy-document.ts';
import type { Destroying } from './document-parts.ts';

/** What became of one document. */
export interface ApprovedDestruction {
  readonly documentId: string;
  /** Null where it was not destroyed. */
  readonly certificateId: string | null;
  /** Why it was not destroyed; null where it was. */
  readonly refusal: ErrorCode | null;
}

/** As many as people decide about at one time. */
export const mostApproved = 100;

/**
 * Destroys documents whose time of keeping is over, each by itself. Refusals of one: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED,
 * DOCUMENT_LOCKED, ACTION_NOT_ALLOWED (its time is not over), LEGAL_HOLD, RETENTION_ACTIVE. Error: INPUT_INVALID.
 */
export const approveDestruction: Operation<
  'run' | 'certificateKeys',
  { readonly documentIds: readonly string[] },
  ApprovedDestruction[]
> = async ({ run, certificateKeys: signer }, { documentIds }) => {
  if (documentIds.length > mostApproved) throw fieldError('input.documentIds', 'maxItems');
  const answers: ApprovedDestruction[] = [];
  for (const documentId of new Set(documentIds)) {
    try {
      const certificateId = await run(destroyDue, { documentId, signer });
      answers.push({ documentId, certificateId, refusal: null });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      answers.push({ documentId, certificateId: null, refusal: error.code });
    }
  }
  return answers;
};

interface DueDestruction {
  readonly documentId: string;
  readonly signer: CertificateSigner;
}

async function destroyDue(tx: Destroying, { documentId, signer }: DueDestruction): Promise<string> {
  const { status } = (await lockDocument(tx, documentId)).document;
  const opened = await openDocument(tx, documentId, {
    permission: 'destruction:approve',
    status: status === 'TRASHED' ? 'TRASHED' : 'ACTIVE',
  });
  if (opened.document.dueAt === null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'approveDestruction' });
  return destroyDocument(tx, opened, { why: 'APPROVED', signer });
}
