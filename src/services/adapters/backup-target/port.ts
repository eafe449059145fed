import type { StoredObject } from '../../kernel/stored-object.ts';

/**
 * A place that backups are written to: things by their name, of small letters, digits, dashes, dots and slashes. It only
 * ever sees ciphertext and signed lists. A disk does it by renaming, an object store by completing an upload.
 *
 * A full place is `DomainError('STORAGE_FULL')`, one that is away `DomainError('BACKUP_TARGET_UNAVAILABLE')`; other
 * failures are thrown unchanged.
 */
export interface BackupTarget {
  /** Where it is, without passwords: `file:/mnt/backups/atelier`. Names the target in rows and in messages. */
  readonly url: string;

  /**
   * Makes the place, when it is used for the first time. One that was there and is gone is away, and is not made again: nothing is ever
   * written into the mount point of a disk that is not mounted.
   */
  prepare(): Promise<void>;

  /** Begins a thing that is invisible until `commit`, where it may take the place of a damaged one of this name. */
  create(name: string, how?: Creating): Promise<TargetPart>;

  /** Opens a thing for reading; `undefined` when there is none. The caller closes it. */
  open(name: string): Promise<StoredObject | undefined>;

  /** Its size in bytes, or `undefined` when there is none. */
  sizeOf(name: string): Promise<number | undefined>;

  /** The names that begin with `prefix`, which ends with a slash; in no order. What is unfinished is not among them. */
  list(prefix: string): AsyncIterable<TargetEntry>;

  /** `false` when it was gone already, so that a removal can be repeated. Error: BACKUP_PROTECTED while the store itself keeps it. */
  delete(name: string): Promise<boolean>;

  /**
   * This target for one backup: the store itself keeps what is written, or found by `sizeOf`, until then, against whoever asks. Absent
   * where it cannot: then only our own refusal protects.
   */
  readonly lockedUntil?: ((until: Date) => BackupTarget) | undefined;

  /** Resolves once nothing that was committed before can be lost by a power cut. */
  persist(): Promise<void>;

  /** Is it there, can it be written, and is it on the disk of this folder? Throws as the other calls do. */
  examine(dataDir: string): Promise<TargetState>;

  /** Removes what unfinished writes left before this instant; answers how many. */
  sweep(before: Date): Promise<number>;
}

export interface Creating {
  readonly isReplacing?: boolean;
}

export interface TargetState {
  /** A fire or a thief that takes the data takes the backups too. */
  readonly isOnDataDisk: boolean;
  readonly freeBytes: number | undefined;
}

export interface TargetEntry {
  readonly name: string;
  readonly size: number;
}

/** Something being written, by one writer, from its first byte to its last. */
export interface TargetPart {
  /** One call at a time; `bytes` must not change until the promise is resolved. */
  append(bytes: Uint8Array): Promise<void>;

  /**
   * Writes it out and makes it visible; `persist` makes its name durable. What has this name already stays as it is: names
   * say what is in a thing, so that both are the same.
   */
  commit(): Promise<void>;

  /** Drops what was written. Never throws, and may follow a failed `commit`. */
  abort(): Promise<void>;
}
