import { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import { allows } from '../../kernel/states.ts';
import type { Db } from '../../platform/context.ts';
import { lost, type ErasureLine, type ErasureScope, type PersonalRows } from '../../platform/personal-data.ts';
import { discardSegments } from './discard-segments.ts';
import { releasePlace } from './destination.ts';
import { uploadStates } from './upload.states.ts';

/** The uploads that a person began, under way or ended in the last 30 days. */
export const collectUploads = async (db: Db, userId: string): Promise<PersonalRows[]> => [
  {
    table: 'upload_session',
    rows: await db
      .selectFrom('upload_session')
      .select(['id', 'cabinet_id', 'folder_id', 'name', 'mime_type', 'size_bytes', 'received_bytes', 'sha256'])
      .select(['status', 'refusal', 'made_document_id', 'created_at', 'ended_at'])
      .where('uploader_id', '=', userId)
      .orderBy('id')
      .execute(),
  },
  {
    table: 'upload_segment',
    rows: await db
      .selectFrom('upload_segment as s')
      .innerJoin('upload_session as u', 'u.id', 's.session_id')
      .select(['s.id', 's.session_id', 's.position', 's.size_bytes', 's.sha256', 's.created_at'])
      .where('u.uploader_id', '=', userId)
      .orderBy('s.id')
      .execute(),
  },
];

/** They go with the person, and what has arrived of them; the versions that they made are the cabinet's, and so are the receipts. */
export async function eraseUploads(tx: ErasureScope, userId: string): Promise<ErasureLine> {
  const sessions = await tx.em.find(UploadSession, { uploaderId: userId }, { orderBy: { id: 'asc' } });
  for (const session of sessions) {
    if (allows(uploadStates, session.status, 'append') || allows(uploadStates, session.status, 'complete'))
      await releasePlace(tx, session);
    await discardSegments(tx, session.id);
    await tx.em.nativeDelete(UploadSession, { id: session.id });
  }
  return lost('UPLOADS', sessions.length);
}
