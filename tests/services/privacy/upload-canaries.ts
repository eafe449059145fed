import { UploadSegment, UploadSession } from '../../../src/entities/archive/upload-session.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeCabinet } from '../../support/make/cabinet.ts';

interface Planting {
  readonly userId: string;
  readonly at: (place: string) => string;
  readonly day: Date;
}

/** An upload of theirs that has been refused, and a piece of it. */
export function plantUpload(em: EntityManager, { userId, at, day }: Planting): void {
  const { id: cabinetId } = makeCabinet(em, userId);
  const session = em.create(UploadSession, {
    ...{ id: newId(), uploaderId: userId, cabinetId, name: at('upload'), mimeType: 'text/plain', kind: 'DOCUMENT' },
    ...{ sizeBytes: 12, sha256: at('sha').slice(0, 64), fileId: newId(), lastActiveAt: day },
    ...{ status: 'REFUSED', refusal: 'CHECKSUM_MISMATCH', endedAt: day },
  });
  em.create(UploadSegment, {
    ...{ id: newId(), sessionId: session.id, position: 0, sizeBytes: 12, storedBytes: 156, chunkCount: 1 },
    ...{ dataKeyId: newId(), sha256: at('sha').slice(0, 64), ciphertextSha256: '0'.repeat(64) },
  });
}
