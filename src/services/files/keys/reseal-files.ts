import { DataKey } from '../../../entities/vault/data-key.entity.ts';
import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { LockMode } from '@mikro-orm/core';
import { newId } from '../../kernel/ids.ts';
import type { Tx, AppContext, Db } from '../../platform/context.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import { passingPieces, sealFile, SefError, type SealedFile } from '../../vault/index.ts';
import { removeObjectTask } from '../tasks/remove-object.ts';

const batch = 100;
/** Whoever reads the old bytes at this moment reads them to their end. */
const oldStaysMs = 3_600_000;

/** Where it stands. */
export interface ResealProgress {
  readonly resealed: number;
  readonly remaining: number;
  /** Files whose bytes are not what they were: they stay as they are. */
  readonly damaged: readonly string[];
}

type Needed = Pick<AppContext, 'run' | 'vault' | 'db' | 'actor'>;

/**
 * Gives every file whose data key is older than a moment new bytes under a new data key; the old key is destroyed at
 * once, the old bytes afterwards. One file after the other, each whole or not at all: it may be stopped anywhere, and the
 * same moment given again goes on with what is left.
 */
export async function resealFiles(
  ctx: Needed,
  { olderThan, report }: { readonly olderThan: Date; readonly report: (progress: ResealProgress) => void },
): Promise<ResealProgress> {
  requirePermission(ctx.actor, 'key:manage');
  const damaged: string[] = [];
  let [resealed, after] = [0, ''];
  for (;;) {
    const rows = await sealedBefore(ctx.db, olderThan, after);
    for (const row of rows) {
      if (await reseal(ctx, row)) resealed += 1;
      else damaged.push(row.fileId);
    }
    const remaining = await countBefore(ctx.db, olderThan);
    report({ resealed, remaining, damaged });
    const last = rows.at(-1);
    if (last === undefined) return { resealed, remaining, damaged };
    after = last.fileId;
  }
}

const olderFiles = (db: Db, moment: Date) =>
  db
    .selectFrom('stored_file as f')
    .innerJoin('data_key as k', 'k.id', 'f.data_key_id')
    .where('f.deleted_at', 'is', null)
    .where('k.created_at', '<', moment);

const sealedBefore = (db: Db, moment: Date, after: string) =>
  olderFiles(db, moment)
    .select([
      'f.id as fileId',
      'f.version_id as versionId',
      'f.size_bytes as size',
      'f.sha256',
      'k.id as dekId',
      'k.wrapped',
    ])
    .where('f.id', '>', after)
    .orderBy('f.id')
    .limit(batch)
    .execute();

/** How many files have a data key older than a moment. */
export async function countBefore(db: Db, moment: Date): Promise<number> {
  const { count } = await olderFiles(db, moment)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return numberFrom(count);
}

type Row = Awaited<ReturnType<typeof sealedBefore>>[number];

/** False when the bytes are damaged. Deleted or resealed by another meanwhile, the new bytes are dropped. */
async function reseal({ run, vault }: Needed, row: Row): Promise<boolean> {
  const sealed = await resealed(vault, row);
  if (sealed === undefined) return false;
  crashPoint('after-resealed-bytes');
  if (!(await run(replaceKey, { sealed, oldVersionId: row.versionId }))) await vault.storage.delete(sealed.versionId);
  return true;
}

async function resealed(vault: AppContext['vault'], row: Row): Promise<SealedFile | undefined> {
  const { fileId, versionId, dekId, sha256 } = row;
  try {
    const old = { fileId, versionId, dekId, wrappedKey: row.wrapped as Uint8Array, size: Number(row.size) };
    const sealed = await sealFile(vault, { fileId, versionId: newId(), source: passingPieces(vault, old) });
    if (sealed.sha256 === sha256) return sealed;
    await vault.storage.delete(sealed.versionId);
  } catch (error) {
    if (!(error instanceof SefError)) throw error;
  }
  return undefined;
}

async function replaceKey(
  { em, now, record, enqueue }: Tx<'em' | 'now' | 'record' | 'enqueue'>,
  { sealed, oldVersionId }: { sealed: SealedFile; oldVersionId: string },
): Promise<boolean> {
  const { fileId, versionId, dekId, kekId, wrappedKey: wrapped, ciphertextSha256 } = sealed;
  const current = { id: fileId, versionId: oldVersionId, deletedAt: null };
  const file = await em.findOne(StoredFile, current, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (file === null) return false;
  const oldKeyId = file.dataKeyId;
  em.create(DataKey, { id: dekId, fileId, versionId, kekId, wrapped });
  Object.assign(file, { versionId, dataKeyId: dekId, ciphertextSha256 });
  await em.nativeDelete(DataKey, { id: oldKeyId });
  record({
    action: 'FILE_RESEALED',
    targetType: 'file',
    targetId: fileId,
    payload: { versionId, keyId: dekId, oldVersionId, oldKeyId, ciphertextSha256 },
  });
  enqueue(removeObjectTask, { versionId: oldVersionId }, { runAt: new Date(now.getTime() + oldStaysMs) });
  return true;
}
