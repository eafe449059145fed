// @lane sqlite: what differs between the databases is in the tests of files
/** A key that stays with AWS, and files in a bucket, as the settings alone make it. */
import { expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import { openServices } from '../../../src/adapters.ts';
import { openStored, storeBytes } from '../../../src/services/files/index.ts';
import { fakeAwsKms } from '../../support/aws-kms.ts';
import { testS3 } from '../../support/s3.ts';
import { createWorld } from '../../support/world.ts';

test('an installation whose key is with AWS and whose files are in a bucket works by its settings alone', async () => {
  const [aws, s3] = await Promise.all([fakeAwsKms(), testS3()]);
  const { endpoint, region, bucket } = s3.place;
  const given = {
    AWS_ENDPOINT_URL_KMS: aws.url,
    AWS_ACCESS_KEY_ID: s3.place.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: s3.place.credentials.secretAccessKey,
  };
  const before = Object.keys(given).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, given);
  const away = await createWorld({
    services: openServices,
    environment: {
      KEY_PROVIDER: 'AWS_KMS',
      KMS_KEY_ID: aws.addKey(),
      STORAGE_URL: `s3://${bucket}/files?endpoint=${endpoint}&region=${region}`,
    },
  });
  try {
    const ctx = away.contextFor();
    const attach = async (_tx: unknown, file: { id: string }): Promise<string> => file.id;
    const bytes = Buffer.from('loin d’ici '.repeat(100));
    const id = await storeBytes(ctx, { name: 'a.txt', mimeType: 'text/plain', kind: 'DOCUMENT', bytes, attach });
    expect(await buffer(await (await openStored(ctx, id))!.open())).toEqual(bytes);
    expect(ctx.vault.ring().keys()).toMatchObject([{ provider: 'AWS_KMS', failure: undefined }]);
    expect(await Array.fromAsync(ctx.vault.storage.objects())).toHaveLength(1);
    await ctx.vault.storage.probe?.();
    expect(aws.violations).toEqual([]);
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    await away.close();
    await Promise.all([aws.close(), s3.close()]);
  }
});
