import { DocumentVersion } from '../../../entities/archive/document-version.entity.ts';
import { DocumentTag, Favourite, type Document } from '../../../entities/archive/document.entity.ts';
import { RetentionChange } from '../../../entities/archive/retention-change.entity.ts';
import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { DataKey } from '../../../entities/vault/data-key.entity.ts';
import { destroyFile } from '../../files/index.ts';
import type { Tx } from '../../platform/context.ts';

/** Sealed bytes that were destroyed with a document, as its certificate lists them. */
export interface DestroyedBytes {
  /** What they were. */
  readonly part: 'version';
  /** Of the version. */
  readonly number: number;
  /** Of the plain bytes, in hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly addedAt: Date;
  /** When they went, where that was before. */
  readonly destroyedAt: Date | null;
}

export type Destroying = Tx<'em' | 'now' | 'actor' | 'record' | 'enqueue' | 'emit'>;

/** Destroys one kind of what a document consists of: its keys in this transaction, its bytes by a job afterwards. */
type DestroyPart = (tx: Destroying, document: Document) => Promise<readonly DestroyedBytes[]>;

/** What a document consists of, beside its row: a new kind of content is one line here. */
export const documentParts: readonly DestroyPart[] = [
  destroyVersions,
  destroyNote,
  forget((em, document) => em.nativeDelete(DocumentTag, { document })),
  forget((em, document) => em.nativeDelete(Favourite, { document })),
  forget((em, document) => em.nativeDelete(RetentionChange, { document })),
];

async function destroyVersions(tx: Destroying, document: Document): Promise<readonly DestroyedBytes[]> {
  const versions = await tx.em.find(DocumentVersion, { document }, { orderBy: { number: 'asc' } });
  const destroyed: DestroyedBytes[] = [];
  for (const version of versions) {
    const { number, sha256, sizeBytes, createdAt: addedAt, deletedAt: destroyedAt } = version;
    destroyed.push({ part: 'version', number, sha256, sizeBytes, addedAt, destroyedAt });
    const file = version.file && (await tx.em.findOneOrFail(StoredFile, { id: version.file.id }));
    Object.assign(version, {
      file: null,
      label: null,
      labelKey: null,
      comment: null,
      deletedAt: destroyedAt ?? tx.now,
    });
    if (file === null) continue;
    await destroyFile(tx, file);
    // What it was called is no more ours to know than what it said.
    file.name = file.id;
  }
  await tx.em.flush();
  return destroyed;
}

async function destroyNote({ em }: Destroying, { noteKeyId }: Document): Promise<readonly DestroyedBytes[]> {
  if (noteKeyId !== null) await em.nativeDelete(DataKey, { id: noteKeyId });
  return [];
}

/** Rows that say something about the document, and seal nothing. */
function forget(rows: (em: Destroying['em'], document: Document) => Promise<unknown>): DestroyPart {
  return async ({ em }, document) => {
    await rows(em, document);
    return [];
  };
}
