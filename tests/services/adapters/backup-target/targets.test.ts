// @lane sqlite: the database has no part in it
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileTarget } from '../../../../src/services/adapters/backup-target/file-target.ts';
import type { BackupTarget } from '../../../../src/services/adapters/backup-target/port.ts';
import { s3Target } from '../../../../src/services/adapters/backup-target/s3-target.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { addressOf, isPlaceOfFiles, placeFrom } from '../../../../src/services/platform/config/places.ts';
import { targetFaults } from '../../../../src/services/platform/config/target-faults.ts';
import { testS3, type TestS3 } from '../../../support/s3.ts';

const root = await mkdtemp(join(tmpdir(), 'targets-'));
let s3: TestS3;
beforeAll(async () => {
  s3 = await testS3();
});
afterAll(async () => {
  await s3.close();
  await rm(root, { recursive: true, force: true });
});

const mebibyte = 2 ** 20;
const bucketNamed = (prefix: string, more: object = {}): BackupTarget =>
  s3Target({ ...s3.place, prefix, attempts: 2, ...more }, `s3://archive/${prefix}`);

async function write(target: BackupTarget, name: string, bytes: Uint8Array): Promise<void> {
  const part = await target.create(name);
  await part.append(bytes);
  await part.commit();
}

async function read(target: BackupTarget, name: string): Promise<Buffer | undefined> {
  const object = await target.open(name);
  if (object === undefined) return undefined;
  const bytes = Buffer.alloc(object.size);
  await object.read(bytes, 0);
  await object.close();
  return bytes;
}

const namesIn = async (target: BackupTarget, prefix: string): Promise<string[]> =>
  (await Array.fromAsync(target.list(prefix))).map(({ name }) => name).sort();

/** What every target promises. */
describe.each([
  ['a folder', () => fileTarget(join(root, newId()))],
  ['a bucket', () => bucketNamed(`${newId()}/`)],
] as const)('%s', (_name, open) => {
  test('keeps things under their names, each once, and shows them when they are complete', async () => {
    const [target, bytes] = [open(), randomBytes(9 * mebibyte)];
    await target.prepare();
    const part = await target.create('objects/ab/one');
    await part.append(bytes);
    expect([await target.open('objects/ab/one'), await namesIn(target, 'objects/')]).toEqual([undefined, []]);
    await part.commit();
    await write(target, 'lists/two', Buffer.from('first'));
    await write(target, 'lists/two', Buffer.from('again'));
    await target.persist();
    expect((await read(target, 'objects/ab/one'))?.equals(bytes)).toBe(true);
    expect((await read(target, 'lists/two'))?.toString()).toBe('first');
    expect([await target.sizeOf('lists/two'), await target.sizeOf('lists/none')]).toEqual([5, undefined]);
    expect([await namesIn(target, 'objects/'), await namesIn(target, 'pieces/')]).toEqual([['objects/ab/one'], []]);
    expect([await target.delete('lists/two'), await target.delete('lists/two')]).toEqual([true, false]);
    expect(await target.open('lists/two')).toBeUndefined();
    for (const name of ['../x', '/x', 'A', 'a//b', ''])
      await expect((async () => target.open(name))()).rejects.toThrow(TypeError);
  });

  test('puts a whole copy in the place of a damaged one', async () => {
    const target = open();
    await target.prepare();
    await write(target, 'objects/ab/one', Buffer.from('damaged'));
    const part = await target.create('objects/ab/one', { isReplacing: true });
    await part.append(Buffer.from('whole'));
    await part.commit();
    expect([(await read(target, 'objects/ab/one'))?.toString(), await namesIn(target, 'objects/')]).toEqual([
      'whole',
      ['objects/ab/one'],
    ]);
  });

  test('drops what was aborted, and sweeps what a process that died left', async () => {
    const target = open();
    await target.prepare();
    const [aborted, left] = [await target.create('objects/aa/one'), await target.create('objects/aa/two')];
    for (const part of [aborted, left]) await part.append(Buffer.alloc(9 * mebibyte, 1));
    await aborted.abort();
    expect(await target.sweep(new Date(Date.now() - 3_600_000))).toBe(0);
    expect(await target.sweep(new Date(Date.now() + 3_600_000))).toBe(1);
    expect(await namesIn(target, 'objects/')).toEqual([]);
    await left.abort();
  });
});

describe('a bucket with Object Lock', () => {
  const day = 86_400_000;
  let locking: TestS3;
  beforeAll(async () => {
    locking = await testS3({ isLocking: true });
  });
  afterAll(() => locking.close());
  const lockedIn = (more: object = {}): BackupTarget =>
    s3Target({ ...locking.place, prefix: '', attempts: 2, lock: 'GOVERNANCE', ...more }, 's3://archive');

  test('locks what a backup writes or finds there, and nobody deletes it before', async () => {
    const target = lockedIn();
    await target.prepare();
    const [first, second] = [new Date(Date.now() + day), new Date(Date.now() + 3 * day)];
    const [one, two] = [target.lockedUntil?.(first), target.lockedUntil?.(second)] as [BackupTarget, BackupTarget];
    const bytes = randomBytes(9 * mebibyte);
    for (const name of ['lists/small', 'running/one']) await write(one, name, Buffer.from('small'));
    await write(one, 'objects/ab/large', bytes);
    const untilOf = (name: string): Date | undefined => locking.locks.untilOf(name);
    expect([untilOf('lists/small'), untilOf('objects/ab/large'), untilOf('running/one')]).toEqual([
      first,
      first,
      undefined,
    ]);
    expect([await two.sizeOf('lists/small'), await two.sizeOf('lists/none'), locking.locks.extensions]).toEqual([
      5,
      undefined,
      1,
    ]);
    // An earlier backup, or a weaker lock, takes nothing away.
    await one.sizeOf('lists/small');
    await write(one, 'lists/small', Buffer.from('other'));
    expect([untilOf('lists/small'), locking.locks.extensions]).toEqual([second, 1]);
    for (const name of ['lists/small', 'objects/ab/large'])
      await expect(target.delete(name)).rejects.toMatchObject({ code: 'BACKUP_PROTECTED' });
    expect([await target.delete('running/one'), (await read(target, 'lists/small'))?.toString()]).toEqual([
      true,
      'small',
    ]);
    expect((await read(target, 'objects/ab/large'))?.equals(bytes)).toBe(true);
    locking.locks.now = () => second;
    expect([await target.delete('lists/small'), await target.delete('objects/ab/large')]).toEqual([true, true]);
    locking.locks.now = () => new Date();
    expect(await target.examine('/')).toEqual({ isOnDataDisk: false, freeBytes: undefined });
    expect(await namesIn(target, 'probes/')).toEqual([]);
  });

  test('a COMPLIANCE lock stays one, and makes of a weaker one its own', async () => {
    const [weak, strong] = [lockedIn(), lockedIn({ lock: 'COMPLIANCE' })];
    const until = new Date(Date.now() + day);
    await write(weak.lockedUntil?.(until) as BackupTarget, 'lists/one', Buffer.from('x'));
    await strong.lockedUntil?.(until).sizeOf('lists/one');
    await weak.lockedUntil?.(new Date(until.getTime() + day)).sizeOf('lists/one');
    expect([locking.locks.modeOf('lists/one'), locking.locks.untilOf('lists/one')]).toEqual([
      'COMPLIANCE',
      new Date(until.getTime() + day),
    ]);
  });

  test('is asked for only where the bucket has it', async () => {
    const without = bucketNamed('without/', { lock: 'GOVERNANCE' });
    const locked = without.lockedUntil?.(new Date(Date.now() + day)) as BackupTarget;
    for (const use of [() => without.prepare(), () => without.examine('/'), () => locked.create('lists/one')])
      await expect(use()).rejects.toMatchObject({ code: 'BACKUP_TARGET_UNAVAILABLE' });
  });
});

describe('a bucket', () => {
  test('takes a thing once although an answer was lost, and says that it is full, or away', async () => {
    const target = bucketNamed('faults/');
    s3.faults.push('answer lost');
    await write(target, 'lists/one', Buffer.from('once'));
    expect((await read(target, 'lists/one'))?.toString()).toBe('once');
    for (const [status, code] of [
      [507, 'STORAGE_FULL'],
      [503, 'BACKUP_TARGET_UNAVAILABLE'],
      [403, 'BACKUP_TARGET_UNAVAILABLE'],
    ] as const) {
      const part = await target.create('lists/two');
      await part.append(Buffer.from('x'));
      s3.faults.push(status, status);
      await expect(part.commit()).rejects.toMatchObject({ code });
      s3.faults.length = 0;
      await part.abort();
    }
    expect(await namesIn(target, 'lists/')).toEqual(['lists/one']);
    expect(await target.examine('/')).toEqual({ isOnDataDisk: false, freeBytes: undefined });
    expect(await namesIn(target, 'probes/')).toEqual([]);
  });

  test('that is no more, or not reached, is away, and is not made', async () => {
    const absent = bucketNamed('', { bucket: 'absent' });
    await expect(absent.prepare()).rejects.toMatchObject({ code: 'BACKUP_TARGET_UNAVAILABLE' });
    await expect(absent.examine('/')).rejects.toMatchObject({ code: 'BACKUP_TARGET_UNAVAILABLE' });
    const nowhere = bucketNamed('', { endpoint: 'http://127.0.0.1:1', attempts: 1 });
    await expect(nowhere.open('repository.json')).rejects.toMatchObject({ code: 'BACKUP_TARGET_UNAVAILABLE' });
    await expect(namesIn(nowhere, 'manifests/')).rejects.toMatchObject({ code: 'BACKUP_TARGET_UNAVAILABLE' });
  });
});

test('the settings refuse a target twice, within the data or the keys, or in the place of the files', () => {
  const faultsOf = (...BACKUP_TARGETS: string[]): number =>
    targetFaults({
      ...{ BACKUP_TARGETS, dataDir: '/srv/data', keysDir: '/srv/keys' },
      storage: placeFrom('s3://archive/files?endpoint=https://s3.example.org') as never,
    }).length;
  expect(faultsOf('file:/mnt/disk', 's3://archive/backups?endpoint=https://s3.example.org', 's3://archive')).toBe(0);
  expect(faultsOf('file:/srv/data/backups')).toBe(1);
  expect(faultsOf('file:/srv/keys')).toBe(1);
  expect(faultsOf('file:/mnt/disk', 'file:/mnt/disk/')).toBe(1);
  expect(faultsOf('s3://archive/files/backups?endpoint=https://s3.example.org')).toBe(1);
  expect(faultsOf('s3://archive?endpoint=https://s3.example.org')).toBe(1);
  const address = 's3://archive/a/b?endpoint=https://s3.example.org&region=fr-par';
  expect(addressOf(placeFrom(`${address.replace('a/b', 'a/b/')}`) as never)).toBe(address);
  expect(placeFrom(`${address}&lock=compliance`)).toMatchObject({ lock: 'COMPLIANCE' });
  // The same place, whether it is locked or not.
  expect(addressOf(placeFrom(`${address}&lock=governance`) as never)).toBe(address);
  expect([placeFrom(`${address}&lock=on`), isPlaceOfFiles(`${address}&lock=governance`)]).toEqual([undefined, false]);
  expect(placeFrom('s3://archive?endpoint=https://name:password@s3.example.org')).toBeUndefined();
});
