import type { KeyObject } from 'node:crypto';
import type { HeldKey, HeldKeys, KeyRegister, KeySource } from '../adapters/keys/port.ts';
import { KeyRingError } from '../adapters/keys/port.ts';
import { assertSound, checkOf, isSame, newMasterKey } from './master-key.ts';

/** A key that wraps data keys (KEK). */
export interface MasterKey {
  readonly id: string;
  readonly secret: KeyObject;
}

/** One active master key, which wraps, and the old ones, which still unwrap. */
export interface KeyRing {
  readonly active: MasterKey;
  readonly ids: readonly string[];
  get(id: string): MasterKey | undefined;
}

/** Where the keys are, and what is known of the keys that the data need. */
export interface KeyStore {
  readonly source: KeySource;
  readonly register: KeyRegister;
}

export function ringOf({ activeId, keys }: HeldKeys): KeyRing {
  const byId = new Map(keys.map((key) => [key.id, key]));
  const active = byId.get(activeId);
  if (!active) throw new KeyRingError('NO_KEY', 'The key ring names no active key.');
  if (byId.size !== keys.length) throw new KeyRingError('DUPLICATE_KEY', 'The key ring holds a key twice.');
  return { active, ids: [...byId.keys()], get: (id) => byId.get(id) };
}

/**
 * The key ring, verified: every key is sound, and every key that the data need is there and is the right one.
 * Makes the first key when there is none and nothing was ever sealed. Throws `KeyRingError`: the start must stop.
 */
export async function loadKeyRing(store: KeyStore): Promise<KeyRing> {
  return ringOf(await loadKeys(store));
}

/** Adds a new master key and makes it the active one. Old rows keep theirs until they are rewrapped. */
export async function addActiveKey(store: KeyStore): Promise<KeyRing> {
  const held = await loadKeys(store);
  const key = newMasterKey();
  return ringOf(await replace(store, { activeId: key.id, keys: [...held.keys, withCheck(key)] }));
}

/**
 * Drops an old master key. Only when no row is wrapped under it any more, in the database and in the newest complete
 * backup: the caller makes sure, because afterwards those rows could never be opened again.
 */
export async function retireKey(store: KeyStore, id: string): Promise<KeyRing> {
  const held = await loadKeys(store);
  if (id === held.activeId) throw new KeyRingError('ACTIVE_KEY', 'The active master key cannot be retired.');
  const keys = held.keys.filter((key) => key.id !== id);
  if (keys.length === held.keys.length) throw new KeyRingError('UNKNOWN_KEY', `There is no master key ${id}.`);
  // The register first: were the key gone but still registered, the next start would be refused.
  await store.register.write(keys.map(checkOf));
  return ringOf(
    store.source.replace ? await replace(store, { activeId: held.activeId, keys }) : { activeId: held.activeId, keys },
  );
}

const withCheck = (key: HeldKey): HeldKey => ({ ...key, check: checkOf(key).check });

async function replace({ source, register }: KeyStore, held: HeldKeys): Promise<HeldKeys> {
  if (!source.replace) throw new KeyRingError('READ_ONLY', `${source.name} cannot be written: change the keys there.`);
  await source.replace(held);
  await register.write(held.keys.map(checkOf));
  return held;
}

async function loadKeys(store: KeyStore): Promise<HeldKeys> {
  const registered = await store.register.read();
  const held = (await store.source.read()) ?? (await firstKeys(store, registered.length > 0));
  held.keys.forEach(assertSound);
  ringOf(held);
  const checks = new Map(held.keys.map((key) => [key.id, checkOf(key).check]));
  for (const { id, check } of registered) {
    const found = checks.get(id);
    if (found === undefined)
      throw new KeyRingError('KEY_LOST', `The data need master key ${id}, which ${store.source.name} does not hold.`);
    if (!isSame(found, check))
      throw new KeyRingError('WRONG_KEY', `Master key ${id} is not the one the data were sealed under.`);
  }
  if (checks.size > registered.length) await store.register.write(held.keys.map(checkOf));
  return held;
}

async function firstKeys({ source }: KeyStore, isLate: boolean): Promise<HeldKeys> {
  if (isLate)
    throw new KeyRingError(
      'KEY_LOST',
      `The data are sealed, but ${source.name} holds no key. Restore it; a new key would open nothing.`,
    );
  if (!source.create) throw new KeyRingError('NO_KEY', `${source.name} holds no master key.`);
  const key = withCheck(newMasterKey());
  const first = { activeId: key.id, keys: [key] };
  // The server and the worker may both start on an empty machine: only one of them makes the key.
  const kept = (await source.create(first)) ? first : await source.read();
  if (!kept) throw new KeyRingError('NO_KEY', `${source.name} holds no master key.`);
  return kept;
}
