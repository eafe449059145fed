import type { StoredObject } from '../../kernel/stored-object.ts';

export type { StoredObject };

/**
 * Where sealed files are stored. Storage only ever sees ciphertext, and identifies a file by the id of its version.
 *
 * The interface fits a disk (a temporary file renamed) as well as an object store (a multipart upload completed): an
 * object is invisible until it is committed, never changes afterwards, and is read by position. A full disk or an
 * exhausted quota is `DomainError('STORAGE_FULL')`; other failures are thrown unchanged.
 */
export interface Storage {
  /** Begins an object that is invisible until `commit`. */
  create(versionId: string): Promise<StoragePart>;

  /** Opens a committed object, or returns `undefined` when there is none. The caller closes it. */
  open(versionId: string): Promise<StoredObject | undefined>;

  /** Removes an object; `false` when it was already removed, so that a removal can be repeated. */
  delete(versionId: string): Promise<boolean>;

  /** Every committed object: a sweep removes those that no row refers to once they are old enough. */
  objects(): AsyncIterable<ObjectEntry>;

  /** Every unfinished object, of a running upload or of a process that died. */
  parts(): AsyncIterable<PartEntry>;

  /** Removes an unfinished object by the name under which `parts` listed it; `false` when it was already removed. */
  deletePart(name: string): Promise<boolean>;

  /** Throws when the store does not work for us. Absent where its folder is looked at instead. */
  probe?(): Promise<void>;
}

/** An object being written, by one writer, from its first byte to its last. */
export interface StoragePart {
  /** Adds bytes at the end. One call at a time; `bytes` must not change until the promise is resolved. */
  append(bytes: Uint8Array): Promise<void>;

  /** Makes the object durable, then visible. Once it resolves, a power cut loses nothing. Never replaces an object. */
  commit(): Promise<void>;

  /** Drops what was written. Never throws, and may follow a failed `commit`. */
  abort(): Promise<void>;
}

export interface ObjectEntry {
  readonly versionId: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

export interface PartEntry {
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: Date;
}
