import type { RequiredEntityData } from '@mikro-orm/core';
import { CabinetMember } from '../../../src/entities/archive/cabinet-member.entity.ts';
import { Cabinet } from '../../../src/entities/archive/cabinet.entity.ts';
import { DocumentVersion } from '../../../src/entities/archive/document-version.entity.ts';
import { Document } from '../../../src/entities/archive/document.entity.ts';
import { Folder } from '../../../src/entities/archive/folder.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeStoredFile } from './stored-file.ts';

const key = (): string => newId().replaceAll('-', '').padEnd(64, '0');

/** A cabinet with its owner as manager; flushed by the caller. */
export function makeCabinet(
  em: EntityManager,
  ownerId: string,
  facts: Partial<RequiredEntityData<Cabinet>> = {},
): Cabinet {
  const owner = em.getReference(User, ownerId);
  const cabinet = em.create(Cabinet, { id: newId(), owner, name: 'Comptabilité', nameKey: key(), ...facts });
  em.create(CabinetMember, { cabinet, user: owner, role: 'MANAGER', grantedBy: ownerId });
  return cabinet;
}

/** A folder at the top of a cabinet, unless the facts say otherwise. */
export const makeFolder = (
  em: EntityManager,
  cabinet: Cabinet,
  facts: Partial<RequiredEntityData<Folder>> = {},
): Folder => em.create(Folder, { id: newId(), cabinet, name: 'Factures', nameKey: key(), ...facts });

/** A document with one version whose bytes are nowhere. */
export function makeDocument(
  em: EntityManager,
  cabinet: Cabinet,
  facts: Partial<RequiredEntityData<Document>> = {},
): Document {
  const document = em.create(Document, {
    ...{ id: newId(), cabinet, title: 'facture.pdf', nameKey: key(), customValues: {} },
    ...{ updatedAt: new Date('2026-11-20T09:00:00Z'), lastNumber: 1, addedBy: cabinet.owner.id, ...facts },
  });
  const file = makeStoredFile(em, { name: document.title });
  const version = em.create(DocumentVersion, {
    ...{ id: newId(), document, number: 1, file, authorId: cabinet.owner.id, mimeType: file.mimeType },
    ...{ sha256: file.sha256, sizeBytes: file.sizeBytes },
  });
  document.currentVersionId = version.id;
  return document;
}
