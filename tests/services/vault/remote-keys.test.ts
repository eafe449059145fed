// @lane sqlite: the database has no part in it
import { afterAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { combinedKeys } from '../../../src/services/adapters/keys/combined-keys.ts';
import { environmentKeys } from '../../../src/services/adapters/keys/environment-keys.ts';
import { localKeyRegister } from '../../../src/services/adapters/keys/key-register.ts';
import { localKeyFile } from '../../../src/services/adapters/keys/local-key-file.ts';
import type { KeyServices, RemoteProvider } from '../../../src/services/adapters/keys/port.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  addActiveKey,
  kekIdOf,
  loadKeyRing,
  makeSecret,
  openSecret,
  RemoteKeys,
  retireKey,
  rewrap,
  rewrapSecret,
  unwrapKey,
  unwrapSecretKey,
  wrapKey,
  type KeyRing,
  type KeyStore,
} from '../../../src/services/vault/index.ts';
import { DataKeyCache, placeOf } from '../../../src/services/vault/data-key-cache.ts';
import { memoryKeyService } from '../../support/memory-key-service.ts';

const base = await mkdtemp(join(tmpdir(), 'remote-keys-'));
afterAll(() => rm(base, { recursive: true, force: true }));

const minute = 60_000;
const purpose = { purpose: 'test', bytes: 32 };
const newIds = () => ({ fileId: newId(), versionId: newId(), dekId: newId() });

/** A machine of its own, and two key services that it may use. */
function machine() {
  const home = join(base, newId());
  const aws = memoryKeyService('aws-one', 'aws-two');
  const azure = memoryKeyService('azure-one');
  const clock = { now: 0 };
  const services: KeyServices = async (provider) => (provider === 'AWS_KMS' ? aws : azure);
  const [dataDir, path] = [join(home, 'data'), join(home, 'keys.json')];
  const source = localKeyFile({ path, dataDir });
  const remote = new RemoteKeys(services, () => clock.now);
  const store = (provider: RemoteProvider | 'LOCAL', name = ''): KeyStore => ({
    ...{ source, register: localKeyRegister(dataDir), remote },
    wanted: provider === 'LOCAL' ? undefined : { provider, name },
  });
  return { aws, azure, clock, path, dataDir, services, source, store };
}

const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'accepted',
    (error: Error & { code?: string }) => error.code ?? error.message,
  );
const thrownCode = (call: () => unknown): unknown => {
  try {
    call();
    return 'accepted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a ring of a key service', () => {
  test('wraps keys of files there and keys of secrets under the enclosed key, which lies nowhere in clear', async () => {
    const { store, aws, path } = machine();
    const ring = await loadKeyRing(store('AWS_KMS', 'aws-one'));
    const [dek, ids, aboutId] = [randomBytes(32), newIds(), newId()];
    const record = await wrapKey(ring, dek, ids);
    expect(record[0]).toBe(2);
    expect(record.readUInt16BE(17)).toBe(record.length - 19);
    expect(kekIdOf(record)).toBe(ring.active.id);
    const calls = { ...aws.answered };
    const secret = makeSecret(ring, aboutId);
    expect(secret).toMatchObject({ kekId: ring.secretsId, isSecret: true });
    expect(secret.kekId).not.toBe(ring.active.id);
    expect(openSecret(ring, { ...secret, aboutId }, purpose)).toHaveLength(32);
    expect(aws.answered).toEqual(calls);
    const enclosed = ring.forSecrets.secret.export();
    const text = await readFile(path, 'utf8');
    expect([text.includes(enclosed.toString('base64')), text.includes(enclosed.toString('hex'))]).toEqual([
      false,
      false,
    ]);
    expect(JSON.parse(text)).toMatchObject({ keys: [], remote: [{ provider: 'AWS_KMS', name: 'aws-one' }] });
  });

  test('is the same for processes that start together, and after a restart', async () => {
    const first = machine();
    const rings = await Promise.all(Array.from({ length: 4 }, () => loadKeyRing(first.store('AWS_KMS', 'aws-one'))));
    expect(new Set(rings.map(({ active, secretsId }) => active.id + secretsId)).size).toBe(1);
    const [dek, ids] = [randomBytes(32), newIds()];
    const record = await wrapKey(rings[0] as KeyRing, dek, ids);
    const again = { ...first.store('LOCAL'), remote: new RemoteKeys(first.services) };
    expect(await unwrapKey(await loadKeyRing(again), record, ids)).toEqual(dek);
  });

  test('refuses a record of another row, an altered one, and another key’s', async () => {
    const { store } = machine();
    const ring = await loadKeyRing(store('AWS_KMS', 'aws-one'));
    const [dek, ids] = [randomBytes(32), newIds()];
    const record = await wrapKey(ring, dek, ids);
    for (const id of ['fileId', 'versionId', 'dekId'])
      expect(await codeOf(unwrapKey(ring, record, { ...ids, [id]: newId() }))).toBe('WRAP_AUTH');
    const seen = new Set<unknown>();
    for (let at = 0; at < record.length; at += 1) {
      const altered = Buffer.from(record);
      altered[at] = (altered[at] ?? 0) ^ 1;
      seen.add(await codeOf(unwrapKey(ring, altered, ids)));
      seen.add(await codeOf(unwrapKey(ring, record.subarray(0, at), ids)));
    }
    expect([...seen].sort()).toEqual(['KEK_UNKNOWN', 'WRAP_AUTH', 'WRAP_MALFORMED', 'WRAP_UNSUPPORTED']);
    const other = await addActiveKey(store('AWS_KMS', 'aws-two'));
    const moved = Buffer.from(record);
    (await wrapKey(other, dek, ids)).copy(moved, 1, 1, 17);
    expect(await codeOf(unwrapKey(other, moved, ids))).toBe('WRAP_AUTH');
    expect(thrownCode(() => unwrapSecretKey(ring, record, ids))).toBe('WRAP_UNSUPPORTED');
  });

  test('stops the start when its text names another key, or no service is set up', async () => {
    const { store, path, source, dataDir } = machine();
    await loadKeyRing(store('AWS_KMS', 'aws-one'));
    const text = await readFile(path, 'utf8');
    const refusal = async (changed: string, opened = store('LOCAL')): Promise<unknown> => {
      await rm(path);
      await writeFile(path, changed, { mode: 0o400 });
      return codeOf(loadKeyRing(opened));
    };
    expect(await refusal(text.replace('aws-one', 'aws-two'))).toBe('WRONG_KEY');
    expect(await refusal(text.replace('AWS_KMS', 'AZURE_KEY_VAULT'))).toBe('WRONG_KEY');
    expect(await refusal(text.replace('AWS_KMS', 'OTHER'))).toBe('MALFORMED');
    expect(await refusal(text)).toBe('accepted');
    const bare = await loadKeyRing({ source, register: localKeyRegister(dataDir) });
    await expect(wrapKey(bare, randomBytes(32), newIds())).rejects.toMatchObject({ code: 'NO_SERVICE' });
    await expect(loadKeyRing(machine().store('AWS_KMS', 'unknown'))).rejects.toMatchObject({ code: 'NO_SERVICE' });
  });
});

test('a ring mixes providers: LOCAL → AWS → AZURE → LOCAL, and every record opens on the way', async () => {
  const { store, aws, azure } = machine();
  const steps = [store('LOCAL'), store('AWS_KMS', 'aws-one'), store('AZURE_KEY_VAULT', 'azure-one'), store('LOCAL')];
  const [dek, ids, aboutId] = [randomBytes(32), newIds(), newId()];
  let ring = await loadKeyRing(steps[0] as KeyStore);
  const secret = makeSecret(ring, aboutId);
  const value = openSecret(ring, { ...secret, aboutId }, purpose);
  const about = { dekId: secret.id, fileId: aboutId, versionId: aboutId };
  const records = [await wrapKey(ring, dek, ids)];
  let { wrapped } = secret;
  for (const step of steps.slice(1)) {
    ring = await addActiveKey(step);
    records.push(await rewrap(ring, records.at(-1) as Buffer, ids));
    wrapped = rewrapSecret(ring, wrapped, about);
    expect([kekIdOf(records.at(-1) as Buffer), kekIdOf(wrapped)]).toEqual([ring.active.id, ring.secretsId]);
    expect(openSecret(ring, { id: secret.id, aboutId, wrapped }, purpose)).toEqual(value);
    for (const record of records) expect(await unwrapKey(ring, record, ids)).toEqual(dek);
  }
  expect(records.map(([type]) => type)).toEqual([1, 2, 2, 1]);
  expect(ring.keys().map(({ provider }) => provider)).toEqual(['LOCAL', 'LOCAL', 'AWS_KMS', 'AZURE_KEY_VAULT']);
  for (const id of ring.ids) if (id !== ring.active.id) ring = await retireKey(store('LOCAL'), id);
  expect(ring.keys()).toMatchObject([{ id: ring.active.id, provider: 'LOCAL' }]);
  [aws.isAway, azure.isAway] = [true, true];
  expect(await unwrapKey(ring, records.at(-1) as Buffer, ids)).toEqual(dek);
});

describe('a key service that is away', () => {
  test('opens what was opened in the last 5 minutes, then is KEY_UNAVAILABLE until it is back', async () => {
    const { store, aws, clock } = machine();
    const opened = store('AWS_KMS', 'aws-one');
    let ring = await loadKeyRing(opened);
    const [dek, ids, aboutId] = [randomBytes(32), newIds(), newId()];
    const record = await wrapKey(ring, dek, ids);
    const secret = makeSecret(ring, aboutId);
    aws.isAway = true;
    clock.now = 3 * minute;
    ring = await loadKeyRing(opened);
    expect(ring.keys()[0]?.failure).toMatchObject({ code: 'KEY_UNAVAILABLE' });
    expect(await unwrapKey(ring, record, ids)).toEqual(dek);
    expect(openSecret(ring, { ...secret, aboutId }, purpose)).toHaveLength(32);
    clock.now = 5 * minute;
    expect(await codeOf(unwrapKey(ring, record, ids))).toBe('KEY_UNAVAILABLE');
    expect(thrownCode(() => makeSecret(ring, aboutId))).toBe('KEY_UNAVAILABLE');
    expect(thrownCode(() => openSecret(ring, { ...secret, aboutId }, purpose))).toBe('KEY_UNAVAILABLE');
    // A server that starts now says so and goes on when the service is back.
    const late = {
      ...opened,
      remote: new RemoteKeys(
        async () => aws,
        () => clock.now,
      ),
    };
    expect((await loadKeyRing(late)).keys()[0]?.failure).toMatchObject({ code: 'KEY_UNAVAILABLE' });
    aws.isAway = false;
    clock.now += 6_000;
    ring = await loadKeyRing(opened);
    expect(ring.keys()[0]?.failure).toBeUndefined();
    expect(await unwrapKey(ring, record, ids)).toEqual(dek);
    expect(openSecret(ring, { ...secret, aboutId }, purpose)).toHaveLength(32);
    expect((await loadKeyRing(late)).forSecrets.id).toBe(ring.secretsId);
  });

  test('is not asked again for a key that is known, and asked for the enclosed one seldom', async () => {
    const { store, aws, clock } = machine();
    const opened = store('AWS_KMS', 'aws-one');
    const ring = await loadKeyRing(opened);
    const [dek, ids] = [randomBytes(32), newIds()];
    const record = await wrapKey(ring, dek, ids);
    const before = aws.answered.unwrap;
    for (let i = 0; i < 100; i += 1) (await unwrapKey(ring, record, ids)).fill(0);
    for (let i = 0; i < 100; i += 1) await loadKeyRing(opened);
    expect(aws.answered.unwrap).toBe(before);
    clock.now = 5 * minute;
    expect(await unwrapKey(ring, record, ids)).toEqual(dek);
    expect(aws.answered.unwrap).toBe(before + 1);
  });
});

test('the cache of data keys holds 1,000 for 5 minutes, and zeroes what goes', () => {
  let now = 0;
  const cache = new DataKeyCache(() => now);
  const places = Array.from({ length: 1_001 }, (_, i) => placeOf('key', Buffer.of(i >> 8, i & 255), newIds()));
  for (const place of places) cache.add(place, Buffer.alloc(32, 7));
  expect(cache.size).toBe(1_000);
  expect(cache.get(places[0] as string)).toBeUndefined();
  const copy = cache.get(places[1] as string) as Buffer;
  copy.fill(0);
  expect(cache.get(places[1] as string)).toEqual(Buffer.alloc(32, 7));
  now = 5 * minute;
  expect(cache.get(places[1] as string)).toBeUndefined();
  cache.clear();
  expect(cache.size).toBe(0);
});

test('keys of the environment open beside those of a service, which stand in the file', async () => {
  const { store, path, dataDir } = machine();
  const value = randomBytes(32).toString('base64');
  const environment = environmentKeys(value);
  const before = await loadKeyRing({ source: environment, register: localKeyRegister(dataDir) });
  const [dek, ids] = [randomBytes(32), newIds()];
  const record = await wrapKey(before, dek, ids);
  const source = combinedKeys(localKeyFile({ path, dataDir }), environment);
  const opened = { ...store('AWS_KMS', 'aws-one'), source };
  expect((await loadKeyRing(opened)).active.id).toBe(before.active.id);
  const ring = await addActiveKey(opened);
  expect(ring.keys()).toHaveLength(2);
  expect(await unwrapKey(ring, await rewrap(ring, record, ids), ids)).toEqual(dek);
  expect(await readFile(path, 'utf8')).not.toContain(value);
});
