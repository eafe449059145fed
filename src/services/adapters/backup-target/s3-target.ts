import { AbortMultipartUploadCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import { DomainError } from '../../kernel/errors.ts';
import { headOf, openBucket, statusOf, unlessAbsent, type S3Bucket, type S3Place } from '../s3/bucket.ts';
import { everyObject, everyUpload } from '../s3/lists.ts';
import { probe, remove } from '../s3/objects.ts';
import { S3Object } from '../s3/s3-object.ts';
import { NameTaken, S3Part } from '../s3/s3-part.ts';
import type { BackupTarget, TargetEntry, TargetPart } from './port.ts';

const nameShape = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:\/[a-z0-9-]+(?:\.[a-z0-9-]+)*)*$/;

/** Credentials that are no longer good, or a bucket that is no more, are a place that is away. */
function failure(error: unknown): unknown {
  const isAway =
    error instanceof DomainError ? error.code === 'UNAVAILABLE' : [401, 403, 404].includes(statusOf(error));
  return isAway ? new DomainError('BACKUP_TARGET_UNAVAILABLE', {}, { cause: error }) : error;
}

async function reported<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw failure(error);
  }
}

/**
 * A bucket of S3, or of a store that speaks like it: `<prefix><name>`. What the store has taken is durable; the bucket itself is made
 * by whoever owns it, never by us.
 */
export function s3Target(place: S3Place, url: string): BackupTarget {
  const bucket = openBucket(place);
  const keyOf = (name: string): string => {
    if (!nameShape.test(name)) throw new TypeError(`Not a name in a backup: ${name}`);
    return bucket.prefix + name;
  };

  return {
    url,
    prepare: async () => void (await reported(bucket.client.send(new HeadBucketCommand({ Bucket: bucket.bucket })))),
    create: async (name) => new BucketPart(bucket, keyOf(name)),
    open: (name) => reported(S3Object.open(bucket, keyOf(name))),
    sizeOf: async (name) => (await reported(headOf(bucket, keyOf(name))))?.ContentLength,
    list: (prefix) => listed(bucket, prefix),
    delete: (name) => reported(remove(bucket, keyOf(name))),
    persist: () => Promise.resolve(),
    examine: async () => {
      await reported(probe(bucket));
      return { isOnDataDisk: false, freeBytes: undefined };
    },
    sweep: (before) => reported(sweep(bucket, before)),
  };
}

/** A part that leaves what has its name already: names say what is in a thing. */
class BucketPart implements TargetPart {
  readonly #part: S3Part;

  constructor(bucket: S3Bucket, key: string) {
    this.#part = new S3Part(bucket, key);
  }

  append(bytes: Uint8Array): Promise<void> {
    return reported(this.#part.append(bytes));
  }

  async commit(): Promise<void> {
    try {
      await this.#part.commit();
    } catch (error) {
      if (!(error instanceof NameTaken)) throw failure(error);
      await this.#part.abort();
    }
  }

  abort(): Promise<void> {
    return this.#part.abort();
  }
}

async function* listed(bucket: S3Bucket, prefix: string): AsyncGenerator<TargetEntry> {
  try {
    for await (const { Key = '', Size = 0 } of everyObject(bucket, bucket.prefix + prefix))
      yield { name: Key.slice(bucket.prefix.length), size: Size };
  } catch (error) {
    throw failure(error);
  }
}

async function sweep(bucket: S3Bucket, before: Date): Promise<number> {
  let aborted = 0;
  for await (const { Key, UploadId, Initiated } of everyUpload(bucket, bucket.prefix)) {
    if (Initiated === undefined || Initiated >= before) continue;
    await unlessAbsent(bucket.client.send(new AbortMultipartUploadCommand({ Bucket: bucket.bucket, Key, UploadId })));
    aborted += 1;
  }
  return aborted;
}
