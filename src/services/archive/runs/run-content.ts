import { DocumentRun, DocumentRunContent, DocumentRunItem } from '../../../entities/archive/document-run.entity.ts';
import { DataKey } from '../../../entities/vault/data-key.entity.ts';
import { removeObjectTask } from '../../files/index.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import { describedFile, resealed, type ContentSource, type Resealed } from '../documents/stored-content.ts';
import { publishRunProgress } from './live.ts';

type Sealing = Pick<AppContext, 'run' | 'db' | 'vault'>;

interface Sealed {
  readonly runId: string;
  readonly itemId: string;
}

/** How often it is written down how many bytes are sealed. */
const progressMs = 1_000;

/**
 * Seals the content of each version anew, and remembers it: killed in between, the next attempt seals only what is missing. What an earlier
 * attempt left counts while its bytes are there.
 */
export async function sealContents(
  ctx: Sealing,
  { runId, itemId }: Sealed,
  sources: readonly ContentSource[],
): Promise<Resealed[]> {
  const known = await keptContents(ctx, itemId);
  const total = sources.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const contents: Resealed[] = [];
  let bytes = 0;
  let shownAt = performance.now();
  const see = async (more: number): Promise<void> => {
    bytes += more;
    if (performance.now() - shownAt < progressMs) return;
    shownAt = performance.now();
    await ctx.run(noteBytes, { runId, contentBytes: total, sealedBytes: bytes });
  };
  for (const source of sources) {
    const kept = known.get(source.id);
    if (kept !== undefined) {
      bytes += source.sizeBytes;
      contents.push({ versionId: source.id, sealed: kept, file: await describedFile(ctx, source.fileId) });
      continue;
    }
    const content = await resealed(ctx, source, see);
    await ctx.run(keepContent, { itemId, content });
    contents.push(content);
    crashPoint('after-run-content');
  }
  return contents;
}

async function keptContents({ db, vault }: Sealing, itemId: string): Promise<Map<string, Resealed['sealed']>> {
  const rows = await db
    .selectFrom('document_run_content as c')
    .innerJoin('data_key as k', 'k.id', 'c.data_key_id')
    .select(['c.id', 'c.version_id', 'c.file_id', 'c.size_bytes', 'c.stored_bytes', 'c.chunk_count', 'c.sha256'])
    .select(['c.ciphertext_sha256', 'k.id as dek_id', 'k.kek_id', 'k.wrapped'])
    .where('c.item_id', '=', itemId)
    .execute();
  const kept = new Map<string, Resealed['sealed']>();
  for (const row of rows) {
    // After a restore from a backup the rows are there, and the bytes are not.
    const object = await vault.storage.open(row.id);
    await object?.close();
    if (object === undefined) continue;
    kept.set(row.version_id, {
      ...{ fileId: row.file_id, versionId: row.id, dekId: row.dek_id, kekId: row.kek_id },
      ...{ wrappedKey: Buffer.from(row.wrapped as Uint8Array), size: numberFrom(row.size_bytes) },
      ...{ storedSize: numberFrom(row.stored_bytes), chunkCount: row.chunk_count },
      ...{ sha256: row.sha256, ciphertextSha256: row.ciphertext_sha256 },
    });
  }
  return kept;
}

async function noteBytes(
  tx: Tx<'em' | 'now' | 'publish'>,
  { runId, ...bytes }: { readonly runId: string; readonly contentBytes: number; readonly sealedBytes: number },
): Promise<void> {
  const run = await tx.em.findOne(DocumentRun, { id: runId });
  if (run === null) return;
  Object.assign(run, { ...bytes, lastActiveAt: tx.now });
  publishRunProgress(tx, run);
}

async function keepContent(
  tx: Tx<'em'>,
  { itemId, content: { versionId, sealed } }: { readonly itemId: string; readonly content: Resealed },
): Promise<void> {
  const item = await tx.em.findOne(DocumentRunItem, { id: itemId });
  if (item === null) return;
  await forgetContent(tx, { item: itemId, versionId });
  const { dekId, kekId, wrappedKey, fileId, versionId: objectId } = sealed;
  tx.em.create(DataKey, { id: dekId, fileId, versionId: objectId, kekId, wrapped: wrappedKey });
  tx.em.create(DocumentRunContent, {
    ...{ id: objectId, item, versionId, fileId, sizeBytes: sealed.size, storedBytes: sealed.storedSize },
    ...{ chunkCount: sealed.chunkCount, dataKeyId: dekId, sha256: sealed.sha256 },
    ciphertextSha256: sealed.ciphertextSha256,
  });
}

/** What is known of a content whose bytes are gone. */
async function forgetContent({ em }: Tx<'em'>, which: { readonly item: string; readonly versionId: string }) {
  const old = await em.findOne(DocumentRunContent, which);
  if (old === null) return;
  await em.nativeDelete(DocumentRunContent, { id: old.id });
  await em.nativeDelete(DataKey, { id: old.dataKeyId });
}

/** The contents of an item are files now. */
export const adoptContents = ({ em }: Tx<'em'>, item: DocumentRunItem): Promise<number> =>
  em.nativeDelete(DocumentRunContent, { item });

/** Destroys what was sealed for items that do not need it any more, keys first. */
export async function discardContents(
  { em, enqueue }: Tx<'em' | 'enqueue'>,
  itemIds: readonly string[],
): Promise<void> {
  const { db } = writing(em);
  for (const itemId of itemIds) {
    const query = db.selectFrom('document_run_content').select(['id', 'data_key_id']).where('item_id', '=', itemId);
    const rows = await query.execute();
    await db.deleteFrom('document_run_content').where('item_id', '=', itemId).execute();
    for (const { id, data_key_id } of rows) {
      await db.deleteFrom('data_key').where('id', '=', data_key_id).execute();
      enqueue(removeObjectTask, { versionId: id });
    }
  }
}
