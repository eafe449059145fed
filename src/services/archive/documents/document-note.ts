import type { Document } from '../../../entities/archive/document.entity.ts';
import { DataKey } from '../../../entities/vault/data-key.entity.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import { makeSecret, openSecret, openText, sealText, type KeyRing, type SealedSecret } from '../../vault/index.ts';

const purpose = { purpose: 'document note', bytes: 32 } as const;

/** A note as it is stored, under a key of its own. */
export interface SealedNote {
  readonly key: SealedSecret;
  readonly text: string;
}

/**
 * Seals a note of a document. Its key is that of a secret: wrapped here, also when the active master key is a key service's, which is
 * asked for nothing. Error: KEY_UNAVAILABLE while that service has not answered for 5 minutes.
 */
export function sealNote(
  ring: KeyRing,
  { documentId, text }: { readonly documentId: string; readonly text: string },
): SealedNote {
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

/** Gives a copy the note of its source, if there is one, under a key of its own. Error: KEY_UNAVAILABLE. */
export async function copyNote(
  { em }: Tx<'em'>,
  { source, copy, ring }: { readonly source: Document; readonly copy: Document; readonly ring: KeyRing },
): Promise<void> {
  if (source.noteKeyId === null || source.note === null) return;
  const { id, wrapped } = await em.findOneOrFail(DataKey, { id: source.noteKeyId });
  const text = openedWith(ring, { id, wrapped, documentId: source.id, note: source.note });
  await replaceNote({ em }, copy, sealNote(ring, { documentId: copy.id, text }));
}

/** The note of a document that somebody may read; null for none. Error: KEY_UNAVAILABLE. */
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
  return openedWith(vault.ring(), { id: row.id, wrapped: row.wrapped as Uint8Array, documentId, note: row.note });
}

interface StoredNote {
  /** Its data key. */
  readonly id: string;
  readonly wrapped: Uint8Array;
  readonly documentId: string;
  readonly note: string;
}

function openedWith(ring: KeyRing, { id, wrapped, documentId, note }: StoredNote): string {
  const bytes = openSecret(ring, { id, wrapped, aboutId: documentId }, purpose);
  try {
    return openText(bytes, documentId, note);
  } finally {
    bytes.fill(0);
  }
}
