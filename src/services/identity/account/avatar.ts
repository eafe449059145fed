import { LockMode } from '@mikro-orm/core';
import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import { type FileQuestion, discardFile, receiveFile, type IncomingFile } from '../../files/index.ts';
import type { Tx, Operation, UseCase } from '../../platform/context.ts';
import { accountOf, type Account } from './account.ts';

type Needed = 'run' | 'db' | 'actor' | 'config' | 'vault' | 'uploadSlots' | 'storageAllowance';

/** Gives the current user a picture: a PNG, JPEG or WebP, sealed like every file. The one before is destroyed. */
export const uploadAvatar: Operation<Needed, { readonly file: Promise<IncomingFile> }, Account> = (ctx, { file }) =>
  receiveFile(ctx, {
    upload: file,
    kinds: ['IMAGE'],
    attach: async (tx, stored) => {
      const user = await dropAvatar(tx);
      user.avatarFileId = stored.id;
      return accountOf(user);
    },
  });

/** Takes the picture of the current user away; its key is destroyed at once. */
export const removeAvatar: UseCase<'em' | 'actor' | 'now' | 'record' | 'enqueue', void, Account> = async (tx) =>
  accountOf(await dropAvatar(tx));

async function dropAvatar(tx: Tx<'em' | 'actor' | 'now' | 'record' | 'enqueue'>): Promise<User> {
  const user = await tx.em.findOneOrFail(User, { id: personOf(tx.actor) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const file =
    user.avatarFileId === null ? null : await tx.em.findOne(StoredFile, { id: user.avatarFileId, deletedAt: null });
  if (file !== null) await discardFile(tx, file);
  user.avatarFileId = null;
  return user;
}

/** Is this file somebody's picture? `removeAvatar` is the way to part with it. */
export const isAvatar: FileQuestion = async ({ db }, fileId) =>
  (await db.selectFrom('user').select('id').where('avatar_file_id', '=', fileId).executeTakeFirst()) !== undefined;

/** A picture is for its person and for admins. */
export const mayReadAvatar: FileQuestion = async ({ db, actor }, fileId) => {
  const owner = await db.selectFrom('user').select('id').where('avatar_file_id', '=', fileId).executeTakeFirst();
  return owner !== undefined && (actor.kind === 'SYSTEM' || actor.role === 'ADMIN' || owner.id === actor.userId);
};
