import { afterAll, describe, expect, test } from '@jest/globals';
import { chmod, lstat, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentKeys } from '../../../src/services/adapters/keys/environment-keys.ts';
import { localKeyRegister } from '../../../src/services/adapters/keys/key-register.ts';
import { localKeyFile } from '../../../src/services/adapters/keys/local-key-file.ts';
import type { KeyStore } from '../../../src/services/vault/index.ts';
import { addActiveKey, kekIdOf, loadKeyRing, retireKey, rewrap } from '../../../src/services/vault/index.ts';
import { unwrapKey, wrapKey } from '../../../src/services/vault/wrapped-key.ts';
import { bytes, ids, published } from './published.ts';

const base = await mkdtemp(join(tmpdir(), 'keys-'));
afterAll(async () => await rm(base, { recursive: true, force: true }));

let places = 0;
interface Place {
  readonly dataDir: string;
  readonly path: string;
  readonly store: KeyStore;
}

/** A machine of its own, with nothing on it. */
function place(): Place {
  const home = join(base, String(++places));
  const [dataDir, path] = [join(home, 'data'), join(home, 'keys', 'master.json')];
  return { dataDir, path, store: { source: localKeyFile({ path, dataDir }), register: localKeyRegister(dataDir) } };
}

const fromEnvironment = (value: string, dataDir = place().dataDir): KeyStore => ({
  source: environmentKeys(value),
  register: localKeyRegister(dataDir),
});
const randomKey = (): string => randomBytes(32).toString('base64');

describe('the key file', () => {
  test('is made at the first start, for its owner alone, and read ever after', async () => {
    const { path, store, dataDir } = place();
    const ring = await loadKeyRing(store);
    expect((await lstat(path)).mode & 0o777).toBe(0o400);
    expect(await readdir(join(path, '..'))).toEqual(['master.json']);
    expect((await loadKeyRing(store)).active.id).toBe(ring.active.id);
    const { keys } = JSON.parse(await readFile(path, 'utf8')) as { keys: { key: string }[] };
    expect(ring.forSecrets.secret.export().toString('base64')).toBe(keys[0]?.key);
    expect(await readFile(join(dataDir, 'master-keys.json'), 'utf8')).not.toContain(keys[0]?.key);
    expect(JSON.stringify(ring)).not.toContain(keys[0]?.key);
  });

  test('is the same for processes that start together', async () => {
    const { store } = place();
    const rings = await Promise.all(Array.from({ length: 8 }, () => loadKeyRing(store)));
    expect(new Set(rings.map(({ active }) => active.id)).size).toBe(1);
  });

  test('is refused inside the data, also behind a symbolic link', async () => {
    const { dataDir } = place();
    await mkdir(dataDir, { recursive: true });
    const linked = join(dataDir, '..', 'linked');
    await symlink(dataDir, linked);
    for (const path of [
      join(dataDir, 'master.json'),
      join(dataDir, 'deep', 'master.json'),
      join(linked, 'master.json'),
    ]) {
      await expect(localKeyFile({ path, dataDir }).read()).rejects.toMatchObject({ code: 'INSIDE_DATA' });
    }
    const path = join(dataDir, '..', 'master.json');
    await writeFile(join(dataDir, 'hidden.json'), '{}');
    await symlink(join(dataDir, 'hidden.json'), path);
    await expect(localKeyFile({ path, dataDir }).read()).rejects.toMatchObject({ code: 'INSIDE_DATA' });
    expect(await localKeyFile({ path: `${dataDir}-keys.json`, dataDir }).read()).toBeUndefined();
  });

  test('is refused when others may read it', async () => {
    const { store, path } = place();
    await loadKeyRing(store);
    await chmod(path, 0o440);
    await expect(loadKeyRing(store)).rejects.toMatchObject({ code: 'EXPOSED_FILE' });
  });

  test('stops the start when it is lost, altered, unreadable or another', async () => {
    const { store, path } = place();
    await loadKeyRing(store);
    const text = await readFile(path, 'utf8');
    const refusal = async (changed: string): Promise<unknown> => {
      await rm(path);
      await writeFile(path, changed, { mode: 0o400 });
      return await loadKeyRing(store).then(
        () => 'accepted',
        (error: { code: unknown }) => error.code,
      );
    };
    const {
      keys: [own],
    } = JSON.parse(text) as { keys: [{ key: string; check: string }] };
    expect(await refusal(text.replace(own.key, randomKey()))).toBe('WRONG_KEY');
    expect(await refusal(text.replace(own.check, own.check.replace(/./g, '0')))).toBe('WRONG_KEY');
    expect(await refusal(text.replace(own.key, own.key.slice(0, -4)))).toBe('MALFORMED');
    for (const broken of ['', '{', '[]', 'null', '{"format":"atelier-key-ring-1"}', text.slice(0, -9)])
      expect(await refusal(broken)).toBe('MALFORMED');
    const stranger = place();
    await loadKeyRing(stranger.store);
    expect(await refusal(await readFile(stranger.path, 'utf8'))).toBe('KEY_LOST');
    expect(await refusal(text)).toBe('accepted');
    await rm(path);
    await expect(loadKeyRing(store)).rejects.toMatchObject({ code: 'KEY_LOST' });
    expect(await readdir(join(path, '..'))).toEqual([]);
  });
});

describe('rotation', () => {
  test('adds a key that wraps, keeps the old one until it is retired', async () => {
    const { store, path } = place();
    const before = await loadKeyRing(store);
    const dek = randomBytes(32);
    const wrapped = await wrapKey(before, dek, ids);
    const after = await addActiveKey(store);
    expect(after.ids).toEqual([before.active.id, after.active.id]);
    const moved = await rewrap(await loadKeyRing(store), wrapped, ids);
    expect(kekIdOf(moved)).toBe(after.active.id);
    await expect(retireKey(store, after.active.id)).rejects.toMatchObject({ code: 'ACTIVE_KEY' });
    await expect(retireKey(store, ids.fileId)).rejects.toMatchObject({ code: 'UNKNOWN_KEY' });
    await retireKey(store, before.active.id);
    const last = await loadKeyRing(store);
    expect(last.ids).toEqual([after.active.id]);
    expect(await unwrapKey(last, moved, ids)).toEqual(dek);
    await expect(unwrapKey(last, wrapped, ids)).rejects.toThrow('KEK_UNKNOWN');
    expect((await lstat(path)).mode & 0o777).toBe(0o400);
  });

  test('stopped between file and register, is completed by the next start', async () => {
    const { store, dataDir } = place();
    await loadKeyRing(store);
    const register = await readFile(join(dataDir, 'master-keys.json'), 'utf8');
    const added = await addActiveKey(store);
    await writeFile(join(dataDir, 'master-keys.json'), register);
    expect((await loadKeyRing(store)).active.id).toBe(added.active.id);
    expect(await readFile(join(dataDir, 'master-keys.json'), 'utf8')).toContain(added.active.id);
  });
});

describe('keys from the environment', () => {
  test('are taken in order, under ids of their own', async () => {
    const { dataDir } = place();
    const [old, added] = [randomKey(), randomKey()];
    const before = await loadKeyRing(fromEnvironment(old, dataDir));
    const after = await loadKeyRing(fromEnvironment(`${added}, ${old}`, dataDir));
    expect(after.active.id).not.toBe(before.active.id);
    expect(after.ids).toEqual([after.active.id, before.active.id]);
  });

  test('stop the start when the key that the data need is not among them', async () => {
    const { dataDir } = place();
    await loadKeyRing(fromEnvironment(randomKey(), dataDir));
    await expect(loadKeyRing(fromEnvironment(randomKey(), dataDir))).rejects.toMatchObject({ code: 'KEY_LOST' });
  });

  test('are refused when they are guessed, published, repeated or not keys', async () => {
    const base64 = (data: Uint8Array | string): string => Buffer.from(data).toString('base64');
    const refusals: Record<string, string> = {
      '': 'MALFORMED',
      'change-me': 'MALFORMED',
      [base64(randomBytes(31))]: 'MALFORMED',
      [base64(randomBytes(33))]: 'MALFORMED',
      [randomBytes(32).toString('hex')]: 'MALFORMED',
      [`${randomKey()}!`]: 'MALFORMED',
      [base64(Buffer.alloc(32))]: 'WEAK_KEY',
      [base64(Buffer.alloc(32, 'ab'))]: 'WEAK_KEY',
      [base64(Uint8Array.from({ length: 32 }, (_, i) => i))]: 'WEAK_KEY',
      [base64(Uint8Array.from({ length: 32 }, (_, i) => 255 - i * 3))]: 'WEAK_KEY',
      [base64('correct horse battery staple 1234')]: 'MALFORMED',
      [base64('Correct-Horse_battery.staple!924')]: 'WEAK_KEY',
      [base64(randomBytes(16).toString('hex'))]: 'WEAK_KEY',
      [base64(bytes(published.kek))]: 'SAMPLE_KEY',
      [base64(bytes(published.dek))]: 'SAMPLE_KEY',
    };
    const twice = randomKey();
    refusals[`${twice},${twice}`] = 'DUPLICATE_KEY';
    for (const [value, code] of Object.entries(refusals)) {
      await expect(loadKeyRing(fromEnvironment(value))).rejects.toMatchObject({ name: 'KeyRingError', code });
    }
  });

  test('cannot be changed from inside', async () => {
    await expect(addActiveKey(fromEnvironment(randomKey()))).rejects.toMatchObject({ code: 'READ_ONLY' });
  });

  test('sound keys are never refused', async () => {
    for (let i = 0; i < 100; i++)
      await loadKeyRing({
        source: environmentKeys(randomKey()),
        register: { read: async () => [], write: async () => undefined },
      });
  });
});
