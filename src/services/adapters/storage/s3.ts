/** Sealed files in a bucket of S3 or of a store that speaks like it: `<prefix>objects/aa/<version id>.sef`. */
import { AbortMultipartUploadCommand, ListPartsCommand } from '@aws-sdk/client-s3';
import type { ObjectEntry, PartEntry, Storage } from './port.ts';
import { openBucket, unlessAbsent, type S3Bucket, type S3Place } from '../s3/bucket.ts';
import { everyObject, everyUpload } from '../s3/lists.ts';
import { probe, remove } from '../s3/objects.ts';
import { S3Object } from '../s3/s3-object.ts';
import { S3Part } from '../s3/s3-part.ts';
import { placeOf, versionNamed } from './version-names.ts';

export type { S3Place } from '../s3/bucket.ts';

export function s3Storage(place: S3Place): Storage {
  const bucket = openBucket(place);
  const root = `${bucket.prefix}objects/`;
  const keyOf = (versionId: string): string => root + placeOf(versionId);

  return {
    create: async (versionId) => new S3Part(bucket, keyOf(versionId)),
    open: async (versionId) => await S3Object.open(bucket, keyOf(versionId)),
    delete: async (versionId) => await remove(bucket, keyOf(versionId)),
    objects: () => listObjects(bucket, root),
    parts: () => listParts(bucket, root),
    deletePart: (name) => abortUpload(bucket, { root, name }),
    probe: () => probe(bucket),
  };
}

const fileNameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

async function* listObjects(bucket: S3Bucket, root: string): AsyncGenerator<ObjectEntry> {
  for await (const { Key = '', Size = 0, LastModified } of everyObject(bucket, root)) {
    const versionId = versionNamed(fileNameOf(Key));
    if (versionId !== undefined && LastModified) yield { versionId, size: Size, modifiedAt: LastModified };
  }
}

/** Unfinished uploads are in no other list, and cost money. */
async function* listParts(bucket: S3Bucket, root: string): AsyncGenerator<PartEntry> {
  for await (const { Key = '', UploadId = '', Initiated } of everyUpload(bucket, root)) {
    const name = fileNameOf(Key);
    if (versionNamed(name) === undefined || !Initiated) continue;
    yield { name: `${name}:${UploadId}`, size: await sizeOf(bucket, { Key, UploadId }), modifiedAt: Initiated };
  }
}

/** What was sent of an upload, as far as the first thousand parts. */
async function sizeOf({ client, bucket }: S3Bucket, upload: { Key: string; UploadId: string }): Promise<number> {
  const page = await unlessAbsent(client.send(new ListPartsCommand({ Bucket: bucket, ...upload })));
  return (page?.Parts ?? []).reduce((sum, { Size = 0 }) => sum + Size, 0);
}

async function abortUpload(
  { client, bucket }: S3Bucket,
  { root, name }: { root: string; name: string },
): Promise<boolean> {
  const [file = '', UploadId = ''] = name.split(/:(.*)/s);
  const versionId = versionNamed(file);
  if (versionId === undefined || UploadId === '') return false;
  const upload = { Bucket: bucket, Key: root + placeOf(versionId), UploadId };
  const aborted = await unlessAbsent(client.send(new AbortMultipartUploadCommand(upload)));
  return aborted !== undefined;
}
