import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { newId } from '../../kernel/ids.ts';
import { called, callFailure, headOf, statusOf, type S3Bucket } from './bucket.ts';
import { S3Object } from './s3-object.ts';
import { S3Part } from './s3-part.ts';

/** The store answers alike whether there was something. */
export async function remove(bucket: S3Bucket, key: string): Promise<boolean> {
  if (!(await headOf(bucket, key))) return false;
  await called(bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.bucket, Key: key })));
  return true;
}

/** Writes a few bytes, reads them back and removes them: throws when the store does not work for us. */
export async function probe(bucket: S3Bucket): Promise<void> {
  const key = `${bucket.prefix}probes/${newId()}`;
  const part = new S3Part(bucket, key, { isSummed: true });
  await part.append(Buffer.from(key));
  await part.commit();
  const object = await S3Object.open(bucket, key);
  const read = Buffer.alloc(key.length);
  await object?.read(read, 0);
  await removeWhole(bucket, key);
  if (read.toString() !== key) throw new Error('The store does not give back what was stored.');
}

/** With its version, where the bucket keeps them and lets it go: a sign of life leaves nothing. */
async function removeWhole(bucket: S3Bucket, key: string): Promise<void> {
  const place = { Bucket: bucket.bucket, Key: key };
  const VersionId = (await headOf(bucket, key))?.VersionId;
  const removed = bucket.client.send(new DeleteObjectCommand({ ...place, VersionId }));
  await removed.catch((error: unknown) => {
    if (VersionId === undefined || statusOf(error) !== 403) throw callFailure(error);
    return called(bucket.client.send(new DeleteObjectCommand(place)));
  });
}
