import { LockMode } from '@mikro-orm/core';
import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { fieldError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Tx } from '../platform/context.ts';
import { writing } from '../platform/orm/values.ts';
import { mayReadAttachment } from './queries/conversation-parts.ts';

/** So many files go along with a message, new ones and those of other messages together. */
export const mostAttachments = 10;

interface Sent {
  readonly attachments: readonly unknown[];
  readonly fileIds: readonly string[];
}

/** Errors: INPUT_INVALID. */
export function requireFewFiles({ attachments, fileIds }: Sent): void {
  if (attachments.length + fileIds.length > mostAttachments) throw fieldError('input.attachments', 'arrayMaxSize');
}

/**
 * Files of messages that the actor reads, to be sent once more: the same stored file, nothing is copied. Locked, so that whoever takes
 * back the other message waits. One that they may not read does not exist. Errors: INPUT_INVALID.
 */
export async function filesOfMessages(
  { em, actor, now }: Tx<'em' | 'actor' | 'now'>,
  fileIds: readonly string[],
): Promise<string[]> {
  const { db } = writing(em);
  // In one order, whoever else sends the same.
  for (const fileId of fileIds.toSorted()) {
    const file = isId(fileId)
      ? await em.findOne(StoredFile, { id: fileId, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
    if (file === null || !(await mayReadAttachment({ db, actor, now }, fileId)))
      throw fieldError(`input.fileIds.${fileIds.indexOf(fileId)}`, 'file-of-a-message');
  }
  return [...fileIds];
}
