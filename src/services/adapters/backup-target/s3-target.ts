import { AbortMultipartUploadCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import { DomainError } from '../../kernel/errors.ts';
import { headOf, openBucket, statusOf, unlessAbsent, type S3Bucket, type S3Place } from '../s3/bucket.ts';
import { everyObject, everyUpload } from '../s3/lists.ts';
import { probe, remove } from '../s3/objects.ts';
import { S3Object } from '../s3/s3-object.ts';
import { NameTaken, S3Part, type LockMode, type ObjectLock } from '../s3/s3-part.ts';
import type { BackupTarget, TargetEntry, TargetPart } from './port.ts';
import { removeVersion, requireLocks, sizeOfLocked } from './s3-locks.ts';

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

/** A bucket that is a target of backups. */
export interface TargetPlace extends S3Place {
  /** The store itself keeps what a backup consists of while it is protected. */
  readonly lock?: LockMode;
}

/**
 * A bucket of S3, or of a store that speaks like it: `<prefix><name>`. What the store has taken is durable; the bucket itself is made
 * by whoever owns it, never by us.
 */
export function s3Target({ lock, ...place }: TargetPlace, url: string): BackupTarget {
  const bucket = openBucket(place);
  const plain = targetIn(bucket, { url });
  return lock === undefined ? plain : lockingTarget(bucket, plain, lock);
}

const keyIn = ({ prefix }: S3Bucket, name: string): string => {
  if (!nameShape.test(name)) throw new TypeError(`Not a name in a backup: ${name}`);
  return prefix + name;
};

function targetIn(bucket: S3Bucket, { url, lock }: { url: string; lock?: ObjectLock }): BackupTarget {
  const keyOf = (name: string): string => keyIn(bucket, name);
  return {
    url,
    prepare: async () => void (await reported(bucket.client.send(new HeadBucketCommand({ Bucket: bucket.bucket })))),
    create: async (name, { isReplacing = false } = {}) =>
      new BucketPart(new S3Part(bucket, keyOf(name), { isSummed: true, isReplacing, lock: lockOf(name, lock) })),
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

/** Marks that are taken away again: no part of a backup. */
const isMark = (name: string): boolean => name.startsWith('running/');
const lockOf = (name: string, lock: ObjectLock | undefined): ObjectLock | undefined =>
  isMark(name) ? undefined : lock;

function lockingTarget(bucket: S3Bucket, plain: BackupTarget, mode: LockMode): BackupTarget {
  const own: BackupTarget = {
    ...plain,
    prepare: async () => {
      await plain.prepare();
      await reported(requireLocks(bucket));
    },
    delete: (name) => reported(removeVersion(bucket, keyIn(bucket, name), { mayBeHidden: isMark(name) })),
    examine: async (dataDir) => {
      await reported(requireLocks(bucket));
      return plain.examine(dataDir);
    },
  };
  return { ...own, lockedUntil: (until) => lockedTarget(bucket, own, { mode, until }) };
}

function lockedTarget(bucket: S3Bucket, own: BackupTarget, lock: ObjectLock): BackupTarget {
  const { create } = targetIn(bucket, { url: own.url, lock });
  let offered: Promise<void> | undefined;
  const assured = (): Promise<void> => (offered ??= reported(requireLocks(bucket)));
  return {
    ...own,
    create: async (name, how) => {
      await assured();
      return create(name, how);
    },
    sizeOf: async (name) => {
      await assured();
      return isMark(name) ? own.sizeOf(name) : reported(sizeOfLocked(bucket, keyIn(bucket, name), lock));
    },
  };
}

/** A part that leaves what has its name already: names say what is in a thing. */
class BucketPart implements TargetPart {
  readonly #part: S3Part;

  constructor(part: S3Part) {
    this.#part = part;
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
