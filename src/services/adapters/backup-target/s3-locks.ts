import {
  DeleteObjectCommand,
  GetObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
  type HeadObjectCommandOutput,
} from '@aws-sdk/client-s3';
import { wallClock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/errors.ts';
import { called, callFailure, headOf, statusOf, type S3Bucket } from '../s3/bucket.ts';
import type { LockMode, ObjectLock } from '../s3/s3-part.ts';

/** S3 Object Lock: the store itself refuses to delete a version of an object before its time, whoever asks. */

/** Error: BACKUP_TARGET_UNAVAILABLE when the bucket was made without Object Lock. */
export async function requireLocks({ client, bucket }: S3Bucket): Promise<void> {
  const asked = client.send(new GetObjectLockConfigurationCommand({ Bucket: bucket }));
  const found = await asked.catch((error: unknown) => {
    if (statusOf(error) !== 404) throw callFailure(error);
  });
  if (found?.ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled') return;
  const cause = new Error(`The bucket ${bucket} has no Object Lock: leave out lock=, or make one that has.`);
  throw new DomainError('BACKUP_TARGET_UNAVAILABLE', {}, { cause });
}

/** Its size, once it is locked at least that long; undefined when there is none. */
export async function sizeOfLocked(bucket: S3Bucket, key: string, lock: ObjectLock): Promise<number | undefined> {
  const head = await headOf(bucket, key);
  if (head === undefined) return undefined;
  const { ObjectLockRetainUntilDate: until, ObjectLockMode: mode } = head;
  if (until === undefined || until < lock.until || isWeaker(mode, lock.mode)) await extend(bucket, key, { head, lock });
  return head.ContentLength;
}

const isWeaker = (mode: string | undefined, wanted: LockMode): boolean =>
  mode !== 'COMPLIANCE' && wanted === 'COMPLIANCE';

/** A lock is only ever made longer and stronger: the store refuses anything else. */
async function extend(
  { client, bucket }: S3Bucket,
  key: string,
  { head, lock }: { head: HeadObjectCommandOutput; lock: ObjectLock },
): Promise<void> {
  const { ObjectLockMode: there, ObjectLockRetainUntilDate: until = lock.until, VersionId } = head;
  const Retention = {
    Mode: there === 'COMPLIANCE' ? there : lock.mode,
    RetainUntilDate: until > lock.until ? until : lock.until,
  };
  await called(client.send(new PutObjectRetentionCommand({ Bucket: bucket, Key: key, VersionId, Retention })));
}

interface Removing {
  /** What is no part of a backup may only be hidden, where the bucket locks everything by default. */
  readonly mayBeHidden: boolean;
}

/**
 * Removes the version itself: in such a bucket a removal without its number only hides it. `false` when there is none. Error: BACKUP_PROTECTED
 * while it is locked.
 */
export async function removeVersion(bucket: S3Bucket, key: string, { mayBeHidden }: Removing): Promise<boolean> {
  const head = await headOf(bucket, key);
  if (head === undefined) return false;
  const place = { Bucket: bucket.bucket, Key: key };
  const { VersionId, ObjectLockRetainUntilDate: until } = head;
  try {
    await bucket.client.send(new DeleteObjectCommand({ ...place, VersionId }));
  } catch (error) {
    if (statusOf(error) !== 403 || until === undefined || until <= wallClock.now()) throw callFailure(error);
    if (!mayBeHidden) throw new DomainError('BACKUP_PROTECTED', { until: until.toISOString() }, { cause: error });
    await called(bucket.client.send(new DeleteObjectCommand(place)));
  }
  return true;
}
