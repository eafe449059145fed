import { LockMode } from '@mikro-orm/core';
import { DataKey } from '../../entities/vault/data-key.entity.ts';
import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import { heldAmong } from '../platform/legal-holds.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx, PersonalValues, ReadContext, AppContext } from '../platform/context.ts';
import { removeObjectTask } from './tasks/remove-object.ts';

type Needed = ReadContext & Pick<AppContext, 'run' | 'isFileHeld' | 'mayReadFile'>;

/** Deletes a file of one's own, unless what it is attached to holds it. Irrevocable. */
export async function deleteFile(ctx: Needed, input: { fileId: string }): Promise<StoredFile> {
  if (await ctx.isFileHeld(ctx, input.fileId)) {
    // To a stranger a file that is held is no different from one that is not there.
    throw (await ctx.mayReadFile(ctx, input.fileId))
      ? new DomainError('ACTION_NOT_ALLOWED', { action: 'delete' })
      : hiding({ type: 'file', id: input.fileId });
  }
  return ctx.run(deleteOwnFile, input);
}

async function deleteOwnFile(
  tx: Tx<'em' | 'actor' | 'now' | 'record' | 'enqueue'>,
  { fileId }: { fileId: string },
): Promise<StoredFile> {
  const file = await tx.em.findOne(StoredFile, { id: fileId, deletedAt: null });
  if (file === null) throw new DomainError('NOT_FOUND');
  if (file.owner?.id !== personOf(tx.actor)) throw hiding({ type: 'file', id: fileId });
  await destroyFile(tx, file);
  return file;
}

/** What its owner called the file: the audit log shows it until the owner is erased. */
const calledBy = ({ owner, name }: StoredFile): { personal?: PersonalValues } =>
  owner === null || owner === undefined ? {} : { personal: { subjectId: owner.id, values: { name } } };

type Destroying = Tx<'em' | 'now' | 'record' | 'enqueue'>;

/** Destroys a file's key in this transaction and marks it deleted; its bytes go right after. `LEGAL_HOLD` when it must stay. */
export async function destroyFile(tx: Destroying, file: StoredFile): Promise<void> {
  if (!(await discardFile(tx, file))) throw new DomainError('LEGAL_HOLD');
}

/** The same for clean-ups, which leave alone what must stay: was it destroyed? */
export async function discardFile(tx: Destroying, file: StoredFile): Promise<boolean> {
  // Whoever places a hold on it at this instant waits, and finds it gone.
  await tx.em.lock(file, LockMode.PESSIMISTIC_WRITE);
  if ((await heldAmong(writing(tx.em).db, 'stored_file', [file.id])).length > 0) return false;
  await destroy(tx, file);
  return true;
}

async function destroy({ em, now, record, enqueue }: Destroying, file: StoredFile): Promise<void> {
  file.deletedAt = now;
  await em.nativeDelete(DataKey, { id: file.dataKeyId });
  record({
    action: 'FILE_DELETED',
    targetType: 'file',
    targetId: file.id,
    severity: 'MEDIUM',
    payload: { versionId: file.versionId, keyId: file.dataKeyId },
    ...calledBy(file),
  });
  enqueue(removeObjectTask, { versionId: file.versionId });
}
