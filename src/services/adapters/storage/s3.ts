/** Sealed files in a bucket of S3 or of a store that speaks like it: `<prefix>objects/aa/<version id>.sef`. */
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  type ListMultipartUploadsCommandInput,
  type MultipartUpload,
  type _Object,
} from '@aws-sdk/client-s3';
import { newId } from '../../kernel/ids.ts';
import type { ObjectEntry, PartEntry, Storage } from './port.ts';
import { called, headOf, openBucket, unlessAbsent, type S3Bucket, type S3Place } from './s3-client.ts';
import { S3Object } from './s3-object.ts';
import { S3Part } from './s3-part.ts';
import { placeOf, versionNamed } from './version-names.ts';

export type { S3Place } from './s3-client.ts';

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

/** The store answers alike whether there was something. */
async function remove(bucket: S3Bucket, key: string): Promise<boolean> {
  if (!(await headOf(bucket, key))) return false;
  await called(bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.bucket, Key: key })));
  return true;
}

async function* listObjects(bucket: S3Bucket, root: string): AsyncGenerator<ObjectEntry> {
  for await (const { Key = '', Size = 0, LastModified } of everyObject(bucket, root)) {
    const versionId = versionNamed(fileNameOf(Key));
    if (versionId !== undefined && LastModified) yield { versionId, size: Size, modifiedAt: LastModified };
  }
}

async function* everyObject({ client, bucket }: S3Bucket, root: string): AsyncGenerator<_Object> {
  for (let after: string | undefined; ;) {
    const asked = { Bucket: bucket, Prefix: root, ContinuationToken: after };
    const page = await called(client.send(new ListObjectsV2Command(asked)));
    yield* page.Contents ?? [];
    after = page.NextContinuationToken;
    if (after === undefined) return;
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

async function* everyUpload({ client, bucket }: S3Bucket, root: string): AsyncGenerator<MultipartUpload> {
  for (let after: Pick<ListMultipartUploadsCommandInput, 'KeyMarker' | 'UploadIdMarker'> = {}; ;) {
    const asked = { Bucket: bucket, Prefix: root, ...after };
    const page = await called(client.send(new ListMultipartUploadsCommand(asked)));
    yield* page.Uploads ?? [];
    if (page.IsTruncated !== true) return;
    after = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker };
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

/** Writes a few bytes, reads them back and removes them: throws when the store does not work for us. */
async function probe(bucket: S3Bucket): Promise<void> {
  const key = `${bucket.prefix}probes/${newId()}`;
  const part = new S3Part(bucket, key);
  await part.append(Buffer.from(key));
  await part.commit();
  const object = await S3Object.open(bucket, key);
  const read = Buffer.alloc(key.length);
  await object?.read(read, 0);
  await remove(bucket, key);
  if (read.toString() !== key) throw new Error('The store does not give back what was stored.');
}
