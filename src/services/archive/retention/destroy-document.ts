import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { DocumentType } from '../../../entities/archive/document-words.entity.ts';
import type { Document } from '../../../entities/archive/document.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { lockedForShare, writing } from '../../platform/orm/values.ts';
import type { OpenedDocument } from '../documents/open-document.ts';
import { documentStates } from '../documents/document.states.ts';
import { documentPurged } from '../events.ts';
import type { DestructionReason } from './certificates/certificate.ts';
import { issueCertificate, type CertificateSigner } from './certificates/issue-certificate.ts';
import { documentParts, type DestroyedBytes, type Destroying } from './document-parts.ts';
import { requireDestroyable } from './keeping-reasons.ts';

/** Why, and who signs for it. */
export interface Destruction {
  readonly why: DestructionReason;
  readonly signer: CertificateSigner;
}

/**
 * Destroys a locked document of a locked cabinet: the keys of all that it consists of, and what is said of it; its bytes follow by jobs.
 * All of it, with its certificate, or nothing. The only way in which a document is destroyed. Returns the certificate's id. Errors:
 * LEGAL_HOLD, RETENTION_ACTIVE.
 */
export async function destroyDocument(
  tx: Destroying,
  { cabinet, document }: OpenedDocument,
  { why, signer }: Destruction,
): Promise<string> {
  await lockOwner(tx, cabinet);
  await requireDestroyable(tx, document);
  const ground = await groundOf(tx, document);
  const contents: DestroyedBytes[] = [];
  for (const destroyPart of documentParts) contents.push(...(await destroyPart(tx, document)));
  leaveCabinet(cabinet, contents);
  const { retainUntil, createdAt: addedAt } = document;
  empty(tx, document);
  tx.emit(documentPurged, { cabinetId: cabinet.id, documentId: document.id });
  return issueCertificate(tx, signer, {
    kind: 'DOCUMENT',
    ...{ cabinetId: cabinet.id, documentId: document.id, why, ground, retainUntil, addedAt, contents },
  });
}

/** A hold on the owner at this instant is first, and found, or second, and finds nothing. */
async function lockOwner({ em }: Tx<'em'>, { owner }: Cabinet): Promise<void> {
  const { db, dialect } = writing(em);
  await lockedForShare(db.selectFrom('user').select('id').where('id', '=', owner.id), dialect).execute();
}

/** Why it had to be kept until then; null where no law asked for it. */
async function groundOf({ em }: Tx<'em'>, { type }: Document): Promise<string | null> {
  return type === null ? null : ((await em.findOne(DocumentType, { id: type.id }))?.ground ?? null);
}

function leaveCabinet(cabinet: Cabinet, contents: readonly DestroyedBytes[]): void {
  cabinet.documentCount -= 1;
  for (const { destroyedAt, sizeBytes } of contents) if (destroyedAt === null) cabinet.usedBytes -= sizeBytes;
}

/** Id, times and numbers remain. */
function empty({ now }: Tx<'now'>, document: Document): void {
  if (document.status === 'ACTIVE') transition(documentStates, document, 'trash');
  transition(documentStates, document, 'purge');
  Object.assign(document, {
    ...{ title: '', nameKey: document.id, isNamed: null, folder: null, documentDate: '', reference: null },
    ...{ type: null, typeFolded: '', correspondent: null, customValues: {}, note: null, noteKeyId: null },
    ...{ currentVersionId: null, mimeType: 'application/octet-stream', closedOn: null, dueAt: null },
    ...{ lockedBy: null, lockedUntil: null, lockReason: null, trashedWith: null, purgedAt: now },
  });
}
