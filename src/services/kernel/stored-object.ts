/** A committed object, open for reading. */
export interface StoredObject {
  /** In bytes. */
  readonly size: number;

  /** Changes whenever the stored bytes were replaced or touched (inode, time and size; an object store's ETag). */
  readonly etag: string;

  /** Fills `into` from `position` on; returns fewer bytes than requested only where the object ends. */
  read(into: Uint8Array, position: number): Promise<number>;

  close(): Promise<void>;
}
