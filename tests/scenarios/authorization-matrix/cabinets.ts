import { CabinetMember } from '../../../src/entities/archive/cabinet-member.entity.ts';
import { Correspondent, CustomField, DocumentType, Tag } from '../../../src/entities/archive/document-words.entity.ts';
import { DocumentRun, DocumentRunItem } from '../../../src/entities/archive/document-run.entity.ts';
import { DocumentTag } from '../../../src/entities/archive/document.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeCabinet, makeDocument, makeFolder } from '../../support/make/cabinet.ts';

interface CabinetObjects {
  readonly cabinet: string;
  readonly archivedCabinet: string;
  readonly cabinetMember: string;
  readonly folder: string;
  readonly document: string;
  readonly trashedDocument: string;
  readonly documentType: string;
  readonly otherType: string;
  readonly documentTag: string;
  readonly otherTag: string;
  readonly correspondent: string;
  readonly otherCorrespondent: string;
  readonly customField: string;
  readonly documentRun: string;
  readonly cabinetInvitation: string;
}

/** Which of these objects, and of uploads, an id means, where its name does not say so. */
export const cabinetIds: Readonly<Record<string, string>> = {
  'Query.upload(id)': 'upload',
  'BeginUploadInput.cabinetId': 'uploadCabinet',
  'Query.uploadTarget(cabinetId)': 'uploadCabinet',
  'Query.documentRun(id)': 'documentRun',
  'CancelDocumentRunInput.runId': 'documentRun',
  'Subscription.documentRunProgress(runId)': 'documentRun',
  'CabinetInvitationInput.id': 'cabinetInvitation',
};

/** The cabinets of the customer: the proofreader contributes to one of them. */
export async function makeCabinets(
  em: EntityManager,
  {
    customerId,
    proofreaderId,
    now,
  }: { readonly customerId: string; readonly proofreaderId: string; readonly now: Date },
): Promise<CabinetObjects> {
  const { email } = await em.findOneOrFail(User, customerId);
  const cabinet = makeCabinet(em, customerId, { description: 'Une année', usedBytes: 4_096, documentCount: 2 });
  const archived = makeCabinet(em, customerId, { status: 'ARCHIVED' });
  const user = em.getReference(User, proofreaderId);
  const member = em.create(CabinetMember, { cabinet, user, role: 'CONTRIBUTOR', grantedBy: customerId });
  const folder = makeFolder(em, cabinet);
  const word = (name: string) => ({ id: newId(), cabinet, name, nameKey: newId().padEnd(64, '0') });
  const type = em.create(DocumentType, { ...word('Facture'), keepMonths: 120, ground: 'Code de commerce' });
  const correspondent = em.create(Correspondent, word('Dupont SARL'));
  const tag = em.create(Tag, word('à payer'));
  const field = em.create(CustomField, { ...word('Montant'), kind: 'MONEY', choices: [] });
  const document = makeDocument(em, cabinet, {
    ...{ folder, type, correspondent, documentDate: '2026-11-01', reference: 'FA-2026-0042' },
    customValues: { [field.id]: 1_250 },
  });
  em.create(DocumentTag, { document, tag });
  const trashed = makeDocument(em, cabinet, {
    status: 'TRASHED',
    isNamed: null,
    trashedAt: now,
    title: 'brouillon.pdf',
  });
  return {
    ...{ cabinet: cabinet.id, archivedCabinet: archived.id, cabinetMember: member.id, folder: folder.id },
    ...{ document: document.id, trashedDocument: trashed.id, documentType: type.id, documentTag: tag.id },
    ...{ correspondent: correspondent.id, customField: field.id },
    documentRun: makeRun(em, { requestedBy: customerId, documentId: document.id, now }),
    cabinetInvitation: makeInvitation(em, { email, inviterId: proofreaderId, now }),
    otherType: em.create(DocumentType, word('Devis')).id,
    otherTag: em.create(Tag, word('urgent')).id,
    otherCorrespondent: em.create(Correspondent, word('Durand')).id,
  };
}

/** An action on a document, of the customer, that a job has not begun. */
function makeRun(
  em: EntityManager,
  { requestedBy, documentId, now }: { readonly requestedBy: string; readonly documentId: string; readonly now: Date },
): string {
  const run = em.create(DocumentRun, {
    id: newId(),
    requestedBy,
    action: 'LOCK',
    facts: {},
    total: 1,
    lastActiveAt: now,
  });
  em.create(DocumentRunItem, { run, position: 0, documentId, leftBehind: [] });
  return run.id;
}

/** A place in a cabinet of somebody else that waits for the customer’s address. */
function makeInvitation(
  em: EntityManager,
  { email, inviterId, now }: { readonly email: string; readonly inviterId: string; readonly now: Date },
): string {
  const cabinet = makeCabinet(em, inviterId, { name: 'Relectures' });
  const expiresAt = new Date(now.getTime() + 14 * 86_400_000);
  return em.create(CabinetMember, { id: newId(), cabinet, email, role: 'READER', grantedBy: inviterId, expiresAt }).id;
}
