import type { RequiredEntityData } from '@mikro-orm/core';
import { StoredFile } from '../../../src/entities/files/stored-file.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** The row of a document whose bytes are nowhere, unless the facts say otherwise; flushed by the caller. */
export const makeStoredFile = (em: EntityManager, facts: Partial<RequiredEntityData<StoredFile>> = {}): StoredFile =>
  em.create(StoredFile, {
    kind: 'DOCUMENT',
    name: 'manuscrit.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    sizeBytes: 2048,
    sha256: '0'.repeat(64),
    ciphertextSha256: '1'.repeat(64),
    versionId: newId(),
    dataKeyId: newId(),
    ...facts,
  });
