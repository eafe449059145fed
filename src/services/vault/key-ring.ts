import type { HeldKey, HeldKeys, KeyRegister, KeySource, RemoteKey, RemoteProvider } from '../adapters/keys/port.ts';
import { KeyRingError } from '../adapters/keys/port.ts';
import { newId } from '../kernel/ids.ts';
import type { KeyProvider } from '../kernel/key-providers.ts';
import {
  assertSound,
  checkOf,
  checksOf,
  isSame,
  newMasterKey,
  type LocalMasterKey,
  type MasterKey,
} from './master-key.ts';
import { contextOfEnclosed, RemoteKeys } from './remote-keys.ts';

/** One active master key, which wraps, and the old ones, which still unwrap. They may be of several providers. */
export interface KeyRing {
  /** Wraps the data keys of files. */
  readonly active: MasterKey;
  /** Wraps what is sealed within transactions: the active key when it is local, else the one enclosed in it. */
  readonly secretsId: string;
  /** That key; `KEY_UNAVAILABLE` while its provider is away. */
  readonly forSecrets: LocalMasterKey;
  readonly ids: readonly string[];
  /** Every key with its provider, and why a provider does not answer of late. */
  keys(): readonly KeyState[];
  /** A key of the ring, also an enclosed one: `KEY_UNAVAILABLE` while its provider is away. */
  get(id: string): MasterKey | undefined;
}

/** Where a key is, and whether its provider answers. */
export interface KeyState {
  readonly id: string;
  readonly provider: KeyProvider;
  /** The key that wraps what is sealed within transactions: itself, or the one enclosed in it. */
  readonly secretsId: string;
  readonly failure: unknown;
}

/** A key of a provider, as settings name it. */
export type NamedKey = Pick<RemoteKey, 'provider' | 'name'>;

/** Where the keys are, and what is known of the keys that the data need. */
export interface KeyStore {
  readonly source: KeySource;
  readonly register: KeyRegister;
  /** The providers' keys, when there may be some. */
  readonly remote?: RemoteKeys;
  /** What a new key is to be; a local one unless said. */
  readonly wanted?: NamedKey | undefined;
}

export function ringOf({ activeId, keys, remoteKeys = [] }: HeldKeys, remote = noServices): KeyRing {
  const local = new Map<string, LocalMasterKey>(keys.map((key) => [key.id, key]));
  const distant = new Map(remoteKeys.map((key) => [key.id, masterKeyOf(key, remote)]));
  const enclosing = new Map(remoteKeys.map((key) => [key.enclosed.id, key]));
  const active = local.get(activeId) ?? distant.get(activeId);
  if (!active) throw new KeyRingError('NO_KEY', 'The key ring names no active key.');
  if (new Set([...local.keys(), ...distant.keys(), ...enclosing.keys()]).size < keys.length + 2 * remoteKeys.length)
    throw new KeyRingError('DUPLICATE_KEY', 'The key ring holds a key twice.');
  const enclosedIn = (key: RemoteKey | undefined) => key && remote.enclosedOf(key);
  const activeRemote = remoteKeys.find(({ id }) => id === activeId);
  return {
    active,
    secretsId: activeRemote?.enclosed.id ?? activeId,
    get forSecrets() {
      return enclosedIn(activeRemote) ?? (active as LocalMasterKey);
    },
    ids: [...local.keys(), ...distant.keys()],
    keys: () => [
      ...keys.map(({ id }) => ({ id, provider: 'LOCAL' as const, secretsId: id, failure: undefined })),
      ...remoteKeys.map(({ id, provider, enclosed }) => {
        const failure = remote.failureOf({ id });
        return { id, provider, secretsId: enclosed.id, failure };
      }),
    ],
    get: (id) => local.get(id) ?? distant.get(id) ?? enclosedIn(enclosing.get(id)),
  };
}

/** A ring of local keys needs no service; another one says what it lacks at its first use. */
const noServices = new RemoteKeys((provider: RemoteProvider) => {
  throw new KeyRingError('NO_SERVICE', `The key ring holds a key of ${provider}, which is not set up.`);
});

const masterKeyOf = (key: RemoteKey, remote: RemoteKeys): MasterKey => ({
  id: key.id,
  wrap: (dek, context) => remote.wrap(key, dek, context),
  unwrap: (blob, context) => remote.unwrap(key, blob, context),
});

/**
 * The key ring, verified: every key is sound, and every key that the data need is there and is the right one.
 * Makes the first key when there is none and nothing was ever sealed. Throws `KeyRingError`: the start must stop.
 */
export async function loadKeyRing(store: KeyStore): Promise<KeyRing> {
  return await opened(store, await loadKeys(store));
}

/** Adds a new master key and makes it the active one. Old rows keep theirs until they are rewrapped. */
export async function addActiveKey(store: KeyStore): Promise<KeyRing> {
  const held = await loadKeys(store);
  const added = await newKeys(store);
  const [keys, remoteKeys] = [
    [...held.keys, ...added.keys],
    [...(held.remoteKeys ?? []), ...(added.remoteKeys ?? [])],
  ];
  return await opened(store, await replace(store, { activeId: added.activeId, keys, remoteKeys }));
}

/**
 * Drops an old master key. Only when no row is wrapped under it any more, in the database and in every kept backup: the
 * caller makes sure, because afterwards those rows could never be opened again.
 */
export async function retireKey(store: KeyStore, id: string): Promise<KeyRing> {
  const held = await loadKeys(store);
  if (id === held.activeId) throw new KeyRingError('ACTIVE_KEY', 'The active master key cannot be retired.');
  const left = { ...held, keys: held.keys.filter((key) => key.id !== id), remoteKeys: remoteBut(held, id) };
  if (left.keys.length + left.remoteKeys.length === held.keys.length + (held.remoteKeys?.length ?? 0))
    throw new KeyRingError('UNKNOWN_KEY', `There is no master key ${id}.`);
  // The register first: were the key gone but still registered, the next start would be refused.
  await store.register.write(checksOf(left));
  return await opened(store, store.source.replace ? await replace(store, left) : left);
}

const remoteBut = ({ remoteKeys = [] }: HeldKeys, id: string): readonly RemoteKey[] =>
  remoteKeys.filter((key) => key.id !== id);

async function opened({ remote }: KeyStore, held: HeldKeys): Promise<KeyRing> {
  await remote?.refresh(held.remoteKeys ?? []);
  return ringOf(held, remote);
}

async function replace({ source, register }: KeyStore, held: HeldKeys): Promise<HeldKeys> {
  if (!source.replace) throw new KeyRingError('READ_ONLY', `${source.name} cannot be written: change the keys there.`);
  await source.replace(held);
  await register.write(checksOf(held));
  return held;
}

async function loadKeys(store: KeyStore): Promise<HeldKeys> {
  const registered = await store.register.read();
  const held = (await store.source.read()) ?? (await firstKeys(store, registered.length > 0));
  held.keys.forEach(assertSound);
  ringOf(held, store.remote);
  const checks = new Map(checksOf(held).map(({ id, check }) => [id, check]));
  for (const { id, check } of registered) {
    const found = checks.get(id);
    if (found === undefined)
      throw new KeyRingError('KEY_LOST', `The data need master key ${id}, which ${store.source.name} does not hold.`);
    if (!isSame(found, check))
      throw new KeyRingError('WRONG_KEY', `Master key ${id} is not the one the data were sealed under.`);
  }
  if (checks.size > registered.length) await store.register.write(checksOf(held));
  return held;
}

async function firstKeys(store: KeyStore, isLate: boolean): Promise<HeldKeys> {
  const { source } = store;
  if (isLate)
    throw new KeyRingError(
      'KEY_LOST',
      `The data are sealed, but ${source.name} holds no key. Restore it; a new key would open nothing.`,
    );
  if (!source.create) throw new KeyRingError('NO_KEY', `${source.name} holds no master key.`);
  // The server and the worker may both start on an empty machine: only one of them makes the key.
  const first = await newKeys(store);
  const kept = (await source.create(first)) ? first : await source.read();
  if (!kept) throw new KeyRingError('NO_KEY', `${source.name} holds no master key.`);
  return kept;
}

/** A ring of one fresh key, of the wanted provider. */
async function newKeys({ wanted, remote = noServices }: KeyStore): Promise<HeldKeys> {
  const key = withCheck(newMasterKey());
  if (wanted === undefined) return { activeId: key.id, keys: [key] };
  const named = { id: newId(), provider: wanted.provider, name: await remote.find(wanted) };
  const plain = key.secret.export();
  try {
    const wrapped = await remote.wrap(named, plain, contextOfEnclosed(key.id));
    const enclosed = { id: key.id, wrapped, check: checkOf(key).check };
    return { activeId: named.id, keys: [], remoteKeys: [{ ...named, enclosed }] };
  } finally {
    plain.fill(0);
  }
}

const withCheck = (key: HeldKey): HeldKey => ({ ...key, check: checkOf(key).check });
