/** Cabinets whose audit log is written for real: a certificate names its entry. */
import { createAuditLog } from '../../../../src/services/audit/index.ts';
import { Document } from '../../../../src/entities/archive/document.entity.ts';
import { DocumentType } from '../../../../src/entities/archive/document-words.entity.ts';
import { LegalHold } from '../../../../src/entities/privacy/legal-hold.entity.ts';
import type { Actor } from '../../../../src/services/access/actor.ts';
import { freezeRetention, updateDocumentType } from '../../../../src/services/archive/index.ts';
import type { HoldTarget } from '../../../../src/services/kernel/legal-holds.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import type { AuditLog } from '../../../../src/services/platform/unit-of-work.ts';
import { createArchiveWorld, type ArchiveWorld } from '../archive-world.ts';

export interface Filing {
  readonly type?: string;
  readonly documentDate?: string;
}

export interface RetentionWorld extends ArchiveWorld {
  /** Gives a document a type of its cabinet and a date, as an edit does. */
  readonly file: (documentId: string, filing: Filing) => Promise<void>;
  readonly typeOf: (cabinetId: string, name: string) => Promise<string>;
  readonly rule: (
    actor: Actor,
    cabinetId: string,
    rule: { name: string; then?: 'DESTROY'; keepMonths?: number; ground?: string },
  ) => Promise<void>;
  readonly trash: (...documentIds: string[]) => Promise<void>;
  readonly hold: (targetType: HoldTarget, targetId: string) => Promise<string>;
  readonly document: (id: string) => Promise<Document>;
  /** Runs every job that is due. */
  readonly finishJobs: () => Promise<void>;
}

export async function createRetentionWorld(): Promise<RetentionWorld> {
  const written: { log?: AuditLog } = {};
  const world = await createArchiveWorld({ auditLog: (...entries) => (written.log as AuditLog)(...entries) });
  const { auditKeys, vault } = world.ctx();
  written.log = createAuditLog({ keys: auditKeys, ring: () => vault.ring() });
  const typeOf = async (cabinetId: string, name: string): Promise<string> =>
    (
      await world.db
        .selectFrom('document_type')
        .select('id')
        .where('cabinet_id', '=', cabinetId)
        .where('name', '=', name)
        .executeTakeFirstOrThrow()
    ).id;
  return {
    ...world,
    typeOf,
    file: (documentId, { type, documentDate }) =>
      world.run(async (tx) => {
        const document = await tx.em.findOneOrFail(Document, { id: documentId });
        if (type !== undefined)
          document.type = await tx.em.findOneOrFail(DocumentType, { cabinet: document.cabinet.id, name: type });
        if (documentDate !== undefined) document.documentDate = documentDate;
        await freezeRetention(tx, document);
      }, undefined),
    rule: async (actor, cabinetId, { name, ...rule }) => {
      const typeId = await typeOf(cabinetId, name);
      await world.run(updateDocumentType, { id: typeId, ...rule }, actor);
    },
    trash: (...ids) =>
      world.run(async ({ em, now }) => {
        await em.nativeUpdate(Document, { id: { $in: ids } }, { status: 'TRASHED', isNamed: null, trashedAt: now });
      }, undefined),
    hold: (targetType, targetId) =>
      world.run(async ({ em }) => {
        const held = em.create(LegalHold, { id: newId(), targetType, targetId, reason: 'procès', placedById: newId() });
        return held.id;
      }, undefined),
    document: (id) => world.run(({ em }) => em.findOneOrFail(Document, { id }), undefined),
    finishJobs: async () => {
      while ((await world.worker.runDue()) > 0);
    },
  };
}
