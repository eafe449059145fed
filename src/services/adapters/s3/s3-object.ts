import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import type { StoredObject } from '../../kernel/stored-object.ts';
import { called, statusOf, unlessAbsent, type S3Bucket } from './bucket.ts';

/** Read with the first question: a small file needs no other. */
const headBytes = 128 * 1024;

interface Begun {
  readonly bucket: S3Bucket;
  readonly key: string;
  readonly etag: string;
  readonly size: number;
  readonly head: Uint8Array;
}

/** An object of a bucket; every later range is of the same stored bytes, or refused. */
export class S3Object implements StoredObject {
  readonly #begun: Begun;

  private constructor(begun: Begun) {
    this.#begun = begun;
  }

  static async open(bucket: S3Bucket, key: string): Promise<S3Object | undefined> {
    const answer = await unlessAbsent(get(bucket, { Key: key, Range: `bytes=0-${headBytes - 1}` }).catch(emptyOf));
    if (answer === undefined) return undefined;
    const head = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
    const size = Number(/\/(\d+)$/.exec(answer.ContentRange ?? '')?.[1] ?? head.length);
    return new S3Object({ bucket, key, etag: answer.ETag ?? '', size, head });
  }

  get size(): number {
    return this.#begun.size;
  }

  get etag(): string {
    return this.#begun.etag;
  }

  async read(into: Uint8Array, position: number): Promise<number> {
    const { bucket, key, etag, size, head } = this.#begun;
    const end = Math.min(size, position + into.length);
    if (position >= end) return 0;
    const kept = head.subarray(position, end);
    into.set(kept);
    const from = position + kept.length;
    if (from < end) {
      const range = { Key: key, Range: `bytes=${from}-${end - 1}`, IfMatch: etag };
      const answer = await called(get(bucket, range));
      into.set((await answer.Body?.transformToByteArray()) ?? [], kept.length);
    }
    return end - position;
  }

  async close(): Promise<void> {
    // Each range is an answer of its own, read to its end.
  }
}

const get = (
  { client, bucket }: S3Bucket,
  asked: { Key: string; Range: string; IfMatch?: string },
): Promise<GetObjectCommandOutput> => client.send(new GetObjectCommand({ Bucket: bucket, ...asked }));

/** An empty object has no first byte to ask for. */
function emptyOf(error: unknown): GetObjectCommandOutput {
  if (statusOf(error) !== 416) throw error;
  return { $metadata: {} };
}
