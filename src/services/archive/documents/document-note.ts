import type { Document } from '../../../entities/archive/document.entity.ts';
import { DataKey } from '../../../entities/vault/data-key.entity.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import { makeSecret, openSecret, openText, sealText, type SealedSecret } from '../../vault/index.ts';

const purpose = { purpose: 'document note', bytes: 32 } as const;

/** A note as it is stored, under a key of its own. */
export interface SealedNote {
  readonly key: SealedSecret;
  readonly text: string;
}

/** Seals a note of a document; outside a transaction, because a key may be wrapped elsewhere. */
export function sealNote(
  { vault }: Pick<AppContext, 'vault'>,
  { documentId, text }: { readonly documentId: string; readonly text: string },
): SealedNote {
  const ring = vault.ring();
  const key = makeSecret(ring, documentId);
  const bytes = openSecret(ring, { ...key, aboutId: documentId }, purpose);
  const sealed = sealText(bytes, documentId, text);
  bytes.fill(0);
  return { key, text: sealed };
}

/** Gives a document another note, or none; the key of the one before is destroyed. */
export async function replaceNote({ em }: Tx<'em'>, document: Document, note: SealedNote | null): Promise<void> {
  if (document.noteKeyId !== null) await em.nativeDelete(DataKey, { id: document.noteKeyId });
  if (note !== null) em.create(DataKey, { ...note.key });
  Object.assign(document, { noteKeyId: note?.key.id ?? null, note: note?.text ?? null });
}

/** The note of a document that somebody may read; null for none. */
export async function openNote(
  { db, vault }: { readonly db: Db } & Pick<AppContext, 'vault'>,
  documentId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .innerJoin('data_key', 'data_key.id', 'document.note_key_id')
    .select(['document.note', 'data_key.id', 'data_key.wrapped'])
    .where('document.id', '=', documentId)
    .executeTakeFirst();
  if (row === undefined || row.note === null) return null;
  const place = { id: row.id, aboutId: documentId, wrapped: row.wrapped as Uint8Array };
  const bytes = openSecret(vault.ring(), place, purpose);
  try {
    return openText(bytes, documentId, row.note);
  } finally {
    bytes.fill(0);
  }
}
