// @lane sqlite: the database has no part in it
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { awsKms } from '../../../../src/services/adapters/keys/aws-kms.ts';
import { applicationCredential, machineCredential } from '../../../../src/services/adapters/keys/azure-credential.ts';
import { azureKeyVault } from '../../../../src/services/adapters/keys/azure-key-vault.ts';
import type { KeyService } from '../../../../src/services/adapters/keys/port.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { fakeAwsKms, type FakeAwsKms } from '../../../support/aws-kms.ts';
import { azureApplication, fakeAzureKeyVault, type FakeAzureKeyVault } from '../../../support/azure-key-vault.ts';

let aws: FakeAwsKms;
let azure: FakeAzureKeyVault;
beforeAll(async () => {
  [aws, azure] = await Promise.all([fakeAwsKms(), fakeAzureKeyVault()]);
});
afterAll(async () => {
  await Promise.all([aws.close(), azure.close()]);
});

const credentials = { accessKeyId: 'A', secretAccessKey: 'secret' };
const ofAws = (): KeyService => awsKms({ endpoint: aws.url, credentials, maxAttempts: 4 });
const ofAzure = (): KeyService =>
  azureKeyVault({
    credential: applicationCredential({ ...azureApplication, issuer: azure.url, isInsecureAllowed: true }),
    httpClient: azure.httpClient,
    attempts: 4,
  });
const newContext = () => ({ fileId: newId(), versionId: newId(), dekId: newId() });
const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'accepted',
    (error: Error & { code?: string }) => error.code ?? error.name,
  );

describe.each([
  ['AWS KMS', () => aws, ofAws],
  ['Azure Key Vault', () => azure, ofAzure],
] as const)('%s', (_name, fakeOf, open) => {
  test('wraps a key for one file, version and data key, and opens it for nothing else', async () => {
    const [fake, service] = [fakeOf(), open()];
    const name = fake.addKey();
    expect(await service.find(name)).toBe(name);
    const [key, context] = [randomBytes(32), newContext()];
    const blob = await service.wrap(name, key, context);
    expect(blob.includes(key)).toBe(false);
    expect(await service.unwrap(name, blob, context)).toEqual(key);
    for (const id of ['fileId', 'versionId', 'dekId'])
      expect(await codeOf(service.unwrap(name, blob, { ...context, [id]: newId() }))).toBe('WrappedKeyRefused');
    expect(await codeOf(service.unwrap(fake.addKey(), blob, context))).toBe('WrappedKeyRefused');
    for (const place of [0, 3, blob.length - 1]) {
      const altered = Buffer.from(blob);
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(await codeOf(service.unwrap(name, altered, context))).toMatch(/WrappedKeyRefused|KEY_UNAVAILABLE/);
    }
    expect(await codeOf(service.unwrap(name, blob.subarray(0, 1), context))).toBe('WrappedKeyRefused');
    expect(fake.violations).toEqual([]);
  });

  test('opens what an older version of its key wrapped', async () => {
    const [fake, service] = [fakeOf(), open()];
    const name = fake.addKey();
    const [key, context] = [randomBytes(32), newContext()];
    const before = await service.wrap(name, key, context);
    fake.rotate(name);
    const after = await open().wrap(name, key, context);
    expect(await service.unwrap(name, before, context)).toEqual(key);
    expect(await service.unwrap(name, after, context)).toEqual(key);
  });

  test('is asked again when it throttles, answers late or breaks the connection', async () => {
    const [fake, service] = [fakeOf(), open()];
    const name = fake.addKey();
    const [key, context] = [randomBytes(32), newContext()];
    const blob = await service.wrap(name, key, context);
    fake.faults.push('throttled', 'reset', { late: 20 });
    expect((await service.wrap(name, key, context)).length).toBe(blob.length);
    fake.faults.push('reset', 'throttled');
    expect(await service.unwrap(name, blob, context)).toEqual(key);
    expect(fake.faults).toEqual([]);
  });

  test('that is away is KEY_UNAVAILABLE, and its key is named when none is found', async () => {
    const [fake, service] = [fakeOf(), open()];
    const name = fake.addKey();
    const blob = await service.wrap(name, randomBytes(32), newContext());
    fake.faults.push(...Array.from({ length: 12 }, () => 'reset' as const));
    expect(await codeOf(service.unwrap(name, blob, newContext()))).toBe('KEY_UNAVAILABLE');
    fake.faults.length = 0;
    await expect(service.find(`${name}x`)).rejects.toMatchObject({ code: 'NO_SERVICE' });
  });
});

test('AWS KMS answering with another key is refused; a disabled key is unavailable', async () => {
  const service = ofAws();
  const [name, context] = [aws.addKey(), newContext()];
  const blob = await service.wrap(name, randomBytes(32), context);
  aws.answerAs(aws.addKey());
  expect(await codeOf(service.wrap(name, randomBytes(32), context))).toBe('WrappedKeyRefused');
  expect(await codeOf(service.unwrap(name, blob, context))).toBe('WrappedKeyRefused');
  aws.answerAs(undefined);
  aws.setState(name, 'Disabled');
  expect(await codeOf(service.unwrap(name, blob, context))).toBe('KEY_UNAVAILABLE');
  await expect(service.find(name)).rejects.toMatchObject({ code: 'NO_SERVICE' });
  aws.setState(name, 'Enabled');
  expect(await codeOf(service.unwrap(name, blob, context))).toBe('accepted');
});

test('Azure gives a token to an application or to a machine, asked for once while it lives', async () => {
  const name = azure.addKey();
  const before = azure.tokens();
  for (const header of [undefined, 'the header']) {
    const credential = machineCredential({ url: `${azure.url}/identity`, header });
    const service = azureKeyVault({ credential, httpClient: azure.httpClient });
    const [key, context] = [randomBytes(32), newContext()];
    const blobs = await Promise.all([1, 2, 3].map(() => service.wrap(name, key, context)));
    for (const blob of blobs) expect(await service.unwrap(name, blob, context)).toEqual(key);
  }
  expect(azure.tokens() - before).toBe(2);
  const stranger = { ...azureApplication, clientSecret: 'wrong', issuer: azure.url, isInsecureAllowed: true };
  const refused = azureKeyVault({ credential: applicationCredential(stranger), httpClient: azure.httpClient });
  expect(await codeOf(refused.wrap(name, randomBytes(32), newContext()))).toBe('KEY_UNAVAILABLE');
});
