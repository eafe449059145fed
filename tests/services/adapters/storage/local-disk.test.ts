import { afterAll, describe, expect, test } from '@jest/globals';
import { lstat, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFailure } from '../../../../src/services/adapters/disk/disk-errors.ts';
import { localDisk } from '../../../../src/services/adapters/storage/local-disk.ts';
import { DomainError } from '../../../../src/services/kernel/errors.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';

const base = await mkdtemp(join(tmpdir(), 'storage-'));
afterAll(async () => await rm(base, { recursive: true, force: true }));

const root = join(base, 'files');
const storage = await localDisk(root);
const pathOf = (id: string): string => join(root, 'objects', id.slice(-2), `${id}.sef`);
const modeOf = async (path: string): Promise<number> => (await lstat(path)).mode & 0o777;

async function store(text: string, id = newId()): Promise<string> {
  const part = await storage.create(id);
  await part.append(Buffer.from(text));
  await part.commit();
  return id;
}

async function listed<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

describe('local storage', () => {
  test('shows an object once it is committed, to its owner alone', async () => {
    const id = newId();
    const part = await storage.create(id);
    await part.append(Buffer.from('one '));
    await part.append(Buffer.from('two'));
    expect(await storage.open(id)).toBeUndefined();
    const [unfinished] = await listed(storage.parts());
    expect(unfinished).toMatchObject({ size: 7 });
    expect(await modeOf(join(root, 'tmp', unfinished?.name ?? ''))).toBe(0o600);
    await part.commit();
    expect(await readFile(pathOf(id), 'utf8')).toBe('one two');
    expect(await listed(storage.parts())).toEqual([]);
    expect(await modeOf(pathOf(id))).toBe(0o600);
    for (const folder of [root, join(root, 'tmp'), join(root, 'objects'), join(pathOf(id), '..')])
      expect(await modeOf(folder)).toBe(0o700);
  });

  test('replaced bytes have another etag', async () => {
    const id = await store('before');
    const etagOf = async (): Promise<string | undefined> => {
      const object = await storage.open(id);
      await object?.close();
      return object?.etag;
    };
    const first = await etagOf();
    expect(await etagOf()).toBe(first);
    await writeFile(`${pathOf(id)}.other`, 'behind');
    await rename(`${pathOf(id)}.other`, pathOf(id));
    expect(await etagOf()).not.toBe(first);
  });

  test('lists objects and parts with their age for the sweep, and nothing else', async () => {
    const own = await localDisk(join(base, 'swept'));
    const finished = await own.create(newId());
    const [id, orphan] = [newId(), newId()];
    for (const name of [id, orphan]) {
      const part = await own.create(name);
      await part.append(Buffer.from('x'));
      await part.commit();
    }
    await writeFile(join(base, 'swept', 'objects', 'stray'), '');
    await writeFile(join(base, 'swept', 'objects', id.slice(-2), 'stray.sef'), '');
    await writeFile(join(base, 'swept', 'tmp', 'stray.part'), '');
    const objects = await listed(own.objects());
    expect(objects.map(({ versionId }) => versionId).sort()).toEqual([id, orphan].sort());
    for (const { modifiedAt, size } of objects) {
      expect(Math.abs(Date.now() - modifiedAt.getTime())).toBeLessThan(60_000);
      expect(size).toBe(1);
    }
    const [part, ...others] = await listed(own.parts());
    expect(others).toEqual([]);
    expect(await own.deletePart(part?.name ?? '')).toBe(true);
    expect(await own.deletePart(part?.name ?? '')).toBe(false);
    await finished.abort();
  });

  test('follows no symbolic link and leaves its directory for no name', async () => {
    const id = await store('real');
    const secret = join(base, 'secret');
    await writeFile(secret, 'not stored');
    await rm(pathOf(id));
    await symlink(secret, pathOf(id));
    await expect(storage.open(id)).rejects.toMatchObject({ code: 'ELOOP' });
    for (const name of ['../../secret', '..', '', 'a/b', `${newId()}/..`]) {
      for (const call of [storage.open, storage.create, storage.delete])
        await expect(call(name)).rejects.toThrow(TypeError);
      expect(await storage.deletePart(name)).toBe(false);
      expect(await storage.deletePart(`${name}.part`)).toBe(false);
    }
    expect(await readFile(secret, 'utf8')).toBe('not stored');
  });

  test('names a full disk or quota, and passes other failures as they are', () => {
    for (const code of ['ENOSPC', 'EDQUOT']) {
      const failure = writeFailure(Object.assign(new Error('write'), { code }));
      expect(failure).toBeInstanceOf(DomainError);
      expect(failure).toMatchObject({ code: 'STORAGE_FULL' });
    }
    const other = Object.assign(new Error('write'), { code: 'EIO' });
    expect(writeFailure(other)).toBe(other);
  });
});
