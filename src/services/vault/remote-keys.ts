import { createSecretKey, type KeyObject } from 'node:crypto';
import type { KeyContext, KeyService, KeyServices, RemoteKey } from '../adapters/keys/port.ts';
import { KeyRingError, WrappedKeyRefused } from '../adapters/keys/port.ts';
import { DomainError } from '../kernel/errors.ts';
import { DataKeyCache, placeOf } from './data-key-cache.ts';
import { SefError } from './format/sef-error.ts';
import { checkOf, isSame, type LocalMasterKey } from './master-key.ts';

const keptMs = 5 * 60_000;
/** Asked for again before it is forgotten, so that a short outage is not noticed. */
const freshMs = 2 * 60_000;
const retryMs = 5_000;

interface Held {
  readonly secret: KeyObject;
  readonly since: number;
}

/**
 * What this process knows of master keys that stay with their provider: the data keys unwrapped of late, and the
 * enclosed key of each. Both are forgotten after 5 minutes: a provider that is away is `KEY_UNAVAILABLE` then.
 */
export class RemoteKeys {
  readonly #services: KeyServices;
  readonly #now: () => number;
  readonly #cache: DataKeyCache;
  readonly #held = new Map<string, Held>();
  readonly #asking = new Map<string, Promise<void>>();
  readonly #failures = new Map<string, { readonly at: number; readonly error: unknown }>();

  /** @param now milliseconds of a monotonic clock. */
  constructor(services: KeyServices, now: () => number = () => performance.now()) {
    this.#services = services;
    this.#now = now;
    this.#cache = new DataKeyCache(now);
  }

  /** The lasting name of a provider's key. */
  async find({ provider, name }: Pick<RemoteKey, 'provider' | 'name'>): Promise<string> {
    return (await this.#services(provider)).find(name);
  }

  async wrap(key: Named, plain: Uint8Array, context: KeyContext): Promise<Buffer> {
    const blob = await this.#ask(key, (service) => service.wrap(key.name, plain, context));
    this.#cache.add(placeOf(key.id, blob, context), plain);
    return blob;
  }

  /** For the caller to zero. */
  async unwrap(key: Named, blob: Uint8Array, context: KeyContext): Promise<Buffer> {
    const place = placeOf(key.id, blob, context);
    const known = this.#cache.get(place);
    if (known) return known;
    const plain = await this.#ask(key, (service) => service.unwrap(key.name, blob, context));
    this.#cache.add(place, plain);
    return plain;
  }

  /** The enclosed key, when the provider gave it in the last minutes; `KEY_UNAVAILABLE` otherwise. */
  enclosedOf({ id, enclosed }: RemoteKey): LocalMasterKey {
    const held = this.#held.get(id);
    if (held && this.#now() < held.since + keptMs) return { id: enclosed.id, secret: held.secret };
    this.#held.delete(id);
    throw new DomainError('KEY_UNAVAILABLE', {}, { cause: this.#failures.get(id)?.error });
  }

  /** Asks for the enclosed keys that are not known of late. An outage is no error here: `failureOf` says why. */
  async refresh(keys: readonly RemoteKey[]): Promise<void> {
    await Promise.all(keys.filter((key) => this.#isDue(key)).map((key) => this.#refreshOnce(key)));
  }

  /** Why the provider did not answer of late; undefined when it does. */
  failureOf({ id }: Pick<RemoteKey, 'id'>): unknown {
    return this.#failures.get(id)?.error;
  }

  /** Forgets every key. */
  close(): void {
    this.#cache.clear();
    this.#held.clear();
  }

  #isDue({ id }: RemoteKey): boolean {
    const failed = this.#failures.get(id);
    if (failed) return this.#now() >= failed.at + retryMs;
    const held = this.#held.get(id);
    return held === undefined || this.#now() >= held.since + freshMs;
  }

  #refreshOnce(key: RemoteKey): Promise<void> {
    const asking = this.#asking.get(key.id) ?? this.#askEnclosed(key).finally(() => void this.#asking.delete(key.id));
    this.#asking.set(key.id, asking);
    return asking;
  }

  async #askEnclosed(key: RemoteKey): Promise<void> {
    const { id, enclosed } = key;
    try {
      const context = contextOfEnclosed(enclosed.id);
      const plain = await this.#ask(key, (service) => service.unwrap(key.name, enclosed.wrapped, context));
      const secret = createSecretKey(plain);
      plain.fill(0);
      if (!isSame(checkOf({ id: enclosed.id, secret }).check, enclosed.check))
        throw new KeyRingError('WRONG_KEY', `The key enclosed in master key ${id} is not the one that was.`);
      this.#held.set(id, { secret, since: this.#now() });
      this.#failures.delete(id);
    } catch (error) {
      this.#failures.set(id, { at: this.#now(), error });
    }
  }

  async #ask({ id, provider }: Named, question: (service: KeyService) => Promise<Buffer>): Promise<Buffer> {
    try {
      return await question(await this.#services(provider));
    } catch (cause) {
      if (cause instanceof WrappedKeyRefused) throw new SefError('WRAP_AUTH', { cause });
      this.#failures.set(id, { at: this.#now(), error: cause });
      throw cause;
    }
  }
}

type Named = Pick<RemoteKey, 'id' | 'provider' | 'name'>;

/** An enclosed key belongs to itself. */
export const contextOfEnclosed = (id: string): KeyContext => ({ fileId: id, versionId: id, dekId: id });
