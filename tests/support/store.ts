/**
 * Where a suite stores its sealed files: a folder, or with `TEST_STORAGE=s3` a bucket. What a thief or a fault would do to
 * the stored bytes is done behind the adapter’s back.
 */
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDisk } from '../../src/services/adapters/storage/local-disk.ts';
import type { Storage } from '../../src/services/adapters/storage/port.ts';
import { s3Storage } from '../../src/services/adapters/storage/s3.ts';
import { testS3 } from './s3.ts';

export interface TestStore {
  readonly storage: Storage;
  bytesOf(versionId: string): Promise<Buffer>;
  overwrite(versionId: string, bytes: Uint8Array): Promise<void>;
  /** Unfinished objects. */
  partsLeft(): Promise<string[]>;
  versions(): Promise<string[]>;
  close(): Promise<void>;
}

const placeOf = (versionId: string): string => `objects/${versionId.slice(-2)}/${versionId}.sef`;

export const openStore = async (root: string): Promise<TestStore> =>
  process.env['TEST_STORAGE'] === 's3' ? bucketStore() : folderStore(root);

async function folderStore(root: string): Promise<TestStore> {
  return {
    ...listsOf(await localDisk(root)),
    bytesOf: (versionId) => readFile(join(root, placeOf(versionId))),
    overwrite: (versionId, bytes) => writeFile(join(root, placeOf(versionId)), bytes),
    close: async () => undefined,
  };
}

async function bucketStore(): Promise<TestStore> {
  const s3 = await testS3();
  const client = new S3Client({ ...s3.place, forcePathStyle: true, requestChecksumCalculation: 'WHEN_REQUIRED' });
  const target = (versionId: string) => ({ Bucket: s3.place.bucket, Key: placeOf(versionId) });
  return {
    ...listsOf(s3Storage({ ...s3.place, prefix: '' })),
    bytesOf: async (versionId) => {
      const { Body } = await client.send(new GetObjectCommand(target(versionId)));
      return Buffer.from((await Body?.transformToByteArray()) ?? []);
    },
    overwrite: async (versionId, bytes) => {
      await client.send(new PutObjectCommand({ ...target(versionId), Body: bytes }));
    },
    close: s3.close,
  };
}

const listsOf = (storage: Storage) => ({
  storage,
  partsLeft: async () => (await Array.fromAsync(storage.parts())).map(({ name }) => name),
  versions: async () => (await Array.fromAsync(storage.objects())).map(({ versionId }) => versionId),
});
