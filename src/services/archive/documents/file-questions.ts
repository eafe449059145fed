import type { FileQuestion } from '../../files/index.ts';
import { mayInCabinet } from '../access/cabinet-access.ts';
import { folderAccess } from '../access/folder-access.ts';

/** May the actor read this file, as a version of a document that lives? Asked again at each request for bytes. */
export const mayReadVersion: FileQuestion = async (ctx, fileId) => {
  const document = await ctx.db
    .selectFrom('document_version')
    .innerJoin('document', 'document.id', 'document_version.document_id')
    .select(['document.cabinet_id as cabinetId', 'document.folder_id as folderId'])
    .where('document_version.file_id', '=', fileId)
    .where('document.status', '=', 'ACTIVE')
    .executeTakeFirst();
  return document !== undefined && mayInCabinet(ctx.actor, await folderAccess(ctx.db, ctx, document), 'document:read');
};

/** Is it a version of a document? Then it is the cabinet's, and nobody deletes it by itself. */
export const isVersionFile: FileQuestion = async ({ db }, fileId) =>
  (await db.selectFrom('document_version').select('id').where('file_id', '=', fileId).executeTakeFirst()) !== undefined;
