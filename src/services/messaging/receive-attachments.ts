import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { MessageAttachment } from '../../entities/messaging/message.entity.ts';
import { byArrival, discardFile, receiveFile, type IncomingFile } from '../files/index.ts';
import type { AppContext, Tx } from '../platform/context.ts';

export type Receiving = Pick<
  AppContext,
  'run' | 'db' | 'actor' | 'config' | 'vault' | 'uploadSlots' | 'storageAllowance'
>;

/** Receives the files of a message, then has it written; files that it does not use after all are dropped. Errors: those of files. */
export async function receiveThen<T>(
  ctx: Receiving,
  attachments: readonly Promise<IncomingFile>[],
  write: (fileIds: readonly string[]) => Promise<T>,
): Promise<T> {
  const fileIds: string[] = [];
  try {
    for await (const { index, upload } of byArrival(attachments)) {
      fileIds[index] = await receiveFile(ctx, {
        upload,
        field: `input.attachments.${index}`,
        kinds: ['DOCUMENT', 'IMAGE'],
        attachments: ctx.config.ATTACHMENT_TYPES,
        attach: async (_tx, file) => file.id,
      });
    }
    const written = await write(fileIds);
    await dropUnused(ctx, fileIds);
    return written;
  } catch (error) {
    const received = fileIds.filter((id) => id !== undefined);
    if (received.length > 0) await ctx.run(dropFiles, received);
    throw error;
  }
}

/** Files of a message that had been sent before: they came a second time. */
async function dropUnused({ run }: Receiving, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const used = await run(
    ({ em }: Tx<'em'>, ids: readonly string[]) => em.count(MessageAttachment, { file: { $in: [...ids] } }),
    fileIds,
  );
  if (used === 0) await run(dropFiles, fileIds);
}

/** Files that came in for a message that was never sent. */
async function dropFiles(tx: Tx<'em' | 'now' | 'record' | 'enqueue'>, fileIds: readonly string[]): Promise<void> {
  for (const file of await tx.em.find(StoredFile, { id: [...fileIds], deletedAt: null })) await discardFile(tx, file);
}

/** What files are, whoever received them when: of two requests with one key, the second sends the same. */
export async function namesOfFiles({ em }: Tx<'em'>, fileIds: readonly string[]): Promise<(readonly string[])[]> {
  if (fileIds.length === 0) return [];
  const files = await em.find(StoredFile, { id: [...fileIds] }, { orderBy: { id: 'asc' } });
  return files.map(({ name, sha256 }) => [name, sha256]);
}
