import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { writing } from '../platform/orm/values.ts';
import type { FileQuestion, PersonKeeper } from '../platform/ports.ts';
import type { ReadScope } from '../platform/scope.ts';
import { destroyFile } from './delete-file.ts';

/** A person's files go, keys first; those that something counts on (the text of a paid order) stay with that thing. */
export const filesKeeper = (isFileHeld: FileQuestion): PersonKeeper => {
  const sorted = async (read: ReadScope, userId: string): Promise<{ free: string[]; held: string[] }> => {
    const rows = await read.db.selectFrom('stored_file').select(['id']).where('owner_id', '=', userId).where('deleted_at', 'is', null).orderBy('id').execute();
    const [free, held]: [string[], string[]] = [[], []];
    for (const { id } of rows) ((await isFileHeld(read, id)) ? held : free).push(id);
    return { free, held };
  };
  return {
    holdings: async (read, userId) => {
      const { free, held } = await sorted(read, userId);
      return [{ record: 'FILES', count: free.length, fate: 'DELETED' }, { record: 'FILES_OF_ORDERS', count: held.length, fate: 'PSEUDONYMISED' }];
    },
    forget: async (scope, userId) => {
      const { free } = await sorted({ ...scope, db: writing(scope.em).db }, userId);
      for (const file of await scope.em.find(StoredFile, { id: { $in: free } })) await destroyFile(scope, file);
    },
  };
};
