import { UploadSession } from '../../../src/entities/archive/upload-session.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeCabinet } from '../../support/make/cabinet.ts';

/** An upload of the customer that is under way, and the cabinet that it goes to. */
export function makeUpload(
  em: EntityManager,
  { customerId, now }: { readonly customerId: string; readonly now: Date },
): { readonly upload: string; readonly uploadCabinet: string } {
  const cabinet = makeCabinet(em, customerId, { name: 'Envois' });
  const upload = em.create(UploadSession, {
    ...{ id: newId(), uploaderId: customerId, cabinetId: cabinet.id, name: 'devis.txt', mimeType: 'text/plain' },
    ...{ kind: 'DOCUMENT', sizeBytes: 12, fileId: newId(), lastActiveAt: now },
  });
  return { upload: upload.id, uploadCabinet: cabinet.id };
}
