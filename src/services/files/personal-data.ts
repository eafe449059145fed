import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { inChunks, lost, type PersonalData } from '../platform/personal-data.ts';
import type { Tx } from '../platform/context.ts';
import { destroyFile } from './delete-file.ts';
import { filesDataTexts } from './personal-data-texts.ts';

const noFingerprint = '0'.repeat(64);

/** The files a person brought, with their keys. Files of their orders and messages are named by those domains. */
export const filesPersonalData: PersonalData = {
  domain: 'files',
  texts: filesDataTexts,
  collect: async (db, { userId }) => [
    {
      table: 'stored_file',
      rows: await db.selectFrom('stored_file').selectAll().where('owner_id', '=', userId).orderBy('id').execute(),
    },
  ],
  files: async (db, { userId }) => ({
    theirs: (await db.selectFrom('stored_file').select('id').where('owner_id', '=', userId).execute()).map(
      ({ id }) => id,
    ),
    othersToo: [],
  }),
  async erase(tx, { fileIds }) {
    await eraseFiles(tx, fileIds);
    return [lost('FILES', fileIds.length)];
  },
};

/** Destroys files, keys first, with what they were called and the fingerprints they could be recognised by. */
export async function eraseFiles(
  tx: Tx<'em' | 'now' | 'record' | 'enqueue'>,
  fileIds: readonly string[],
): Promise<void> {
  for (const ids of inChunks(fileIds)) {
    for (const file of await tx.em.find(StoredFile, { id: { $in: ids } })) {
      if (file.deletedAt === null) await destroyFile(tx, file);
      Object.assign(file, { name: file.id, sha256: noFingerprint });
    }
    await tx.em.flush();
  }
}
