import type { KeyObject } from 'node:crypto';
import type { KeyProvider } from '../../kernel/key-providers.ts';

/** A master key as its source holds it. */
export interface HeldKey {
  /** UUID; written into every data key that this key wraps. */
  readonly id: string;
  /** 32 bytes, as a `KeyObject` so that no log or dump prints them. */
  readonly secret: KeyObject;
  /** The check value recorded when the key was made, if the source stores one. */
  readonly check?: string;
}

/** Key services: they wrap and unwrap, and never give their key away. */
export type RemoteProvider = Exclude<KeyProvider, 'LOCAL'>;

/** A master key that only its provider holds. */
export interface RemoteKey {
  /** UUID; written into every data key that this key wraps. */
  readonly id: string;
  readonly provider: RemoteProvider;
  /** How the provider calls it: an ARN (AWS KMS), an address without version (Azure Key Vault). */
  readonly name: string;
  /** Wraps what is sealed within transactions, where no network call may happen; itself wrapped by the remote key. */
  readonly enclosed: EnclosedKey;
}

/** A local key that lies nowhere in clear. */
export interface EnclosedKey {
  readonly id: string;
  /** As the provider wrapped it. */
  readonly wrapped: Uint8Array;
  readonly check: string;
}

/** The keys of a source: the active one wraps, all of them unwrap. */
export interface HeldKeys {
  readonly activeId: string;
  readonly keys: readonly HeldKey[];
  readonly remoteKeys?: readonly RemoteKey[];
}

/** What a wrapped key belongs to: it opens for nothing else. */
export interface KeyContext {
  readonly fileId: string;
  readonly versionId: string;
  readonly dekId: string;
}

/**
 * A key service. Calls are retried a few times; when they still fail, also because the key is disabled or refused to
 * us, `DomainError('KEY_UNAVAILABLE')`. A blob that does not open, or not for this context, is `WrappedKeyRefused`.
 */
export interface KeyService {
  /** The lasting name of the key that is called so today: an alias may point to another one tomorrow. */
  find(name: string): Promise<string>;
  wrap(name: string, plain: Uint8Array, context: KeyContext): Promise<Buffer>;
  /** For the caller to zero. Opens what any version of the key wrapped. */
  unwrap(name: string, blob: Uint8Array, context: KeyContext): Promise<Buffer>;
}

/** The services by provider; each is loaded at its first use. */
export type KeyServices = (provider: RemoteProvider) => Promise<KeyService>;

/** The blob was altered, or another key or another context wrapped it. */
export class WrappedKeyRefused extends Error {
  constructor(options?: ErrorOptions) {
    super('The key service refuses this wrapped key.', options);
    this.name = 'WrappedKeyRefused';
  }
}

/** Where the names and the local keys of a ring are stored: a file, or the environment. */
export interface KeySource {
  /** How messages to the operator call it. */
  readonly name: string;
  /** `undefined` when there is no key yet. Throws `KeyRingError` when what is there cannot be trusted. */
  read(): Promise<HeldKeys | undefined>;
  /** Stores the very first keys; `false` when another process was faster. Absent where keys are read-only. */
  create?(keys: HeldKeys): Promise<boolean>;
  /** Replaces the keys. Absent where keys are only read. */
  replace?(keys: HeldKeys): Promise<void>;
}

/** A value that identifies a key without revealing it: a wrong key is detected at once. */
export interface KeyCheck {
  readonly id: string;
  readonly check: string;
}

/**
 * The keys that the data were sealed under, recorded beside the data so that a lost or wrong key prevents the start.
 */
export interface KeyRegister {
  read(): Promise<readonly KeyCheck[]>;
  write(checks: readonly KeyCheck[]): Promise<void>;
}

export type KeyRingCode =
  | 'NO_KEY'
  | 'MALFORMED'
  | 'WEAK_KEY'
  | 'SAMPLE_KEY'
  | 'WRONG_KEY'
  | 'KEY_LOST'
  | 'DUPLICATE_KEY'
  | 'INSIDE_DATA'
  | 'EXPOSED_FILE'
  | 'READ_ONLY'
  | 'ACTIVE_KEY'
  | 'UNKNOWN_KEY'
  | 'NO_SERVICE';

/** Why the service must not start, or the ring not change, with these keys. The message is for the operator. */
export class KeyRingError extends Error {
  readonly code: KeyRingCode;

  constructor(code: KeyRingCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyRingError';
    this.code = code;
  }
}
