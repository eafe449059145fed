import type { Storage, StoragePart, StoredObject } from '../../../src/services/adapters/storage/port.ts';

/** Stored bytes as storage would give them. */
export const stored = (bytes: Uint8Array): StoredObject => ({
  size: bytes.length,
  etag: 'memory',
  read: async (into, position) => {
    const piece = bytes.subarray(position, position + into.length);
    into.set(piece);
    return piece.length;
  },
  close: async () => undefined,
});

/** Storage in memory: keeps what was committed, and counts what is still unfinished. */
export class MemoryStorage implements Storage {
  readonly files = new Map<string, Uint8Array>();
  unfinished = 0;
  created = 0;

  async create(versionId: string): Promise<StoragePart> {
    const pieces: Uint8Array[] = [];
    this.unfinished += 1;
    this.created += 1;
    return {
      append: async (bytes) => void pieces.push(Buffer.from(bytes)),
      commit: async () => {
        this.unfinished -= 1;
        this.files.set(versionId, Buffer.concat(pieces));
      },
      abort: async () => void (this.unfinished -= 1),
    };
  }

  async open(versionId: string): Promise<StoredObject | undefined> {
    const bytes = this.files.get(versionId);
    return bytes && stored(bytes);
  }

  async delete(versionId: string): Promise<boolean> {
    return this.files.delete(versionId);
  }

  async *objects(): AsyncGenerator<never> {}
  async *parts(): AsyncGenerator<never> {}

  async deletePart(): Promise<boolean> {
    return false;
  }
}
