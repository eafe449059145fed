import { LockMode } from '@mikro-orm/core';
import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import type { User } from '../../entities/identity/user.entity.ts';
import type { Tx } from '../platform/context.ts';

/** Gives a file that nobody owns to a person; null when it is gone. */
export async function giveFile(
  { em }: Tx<'em'>,
  { fileId, owner }: { readonly fileId: string; readonly owner: User },
): Promise<StoredFile | null> {
  const file = await em.findOne(
    StoredFile,
    { id: fileId, owner: null, deletedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (file !== null) file.owner = owner;
  return file;
}
