import type { KeyObject } from 'node:crypto';

/** A master key as its source holds it. */
export interface HeldKey {
  /** UUID; written into every data key that this key wraps. */
  readonly id: string;
  /** 32 bytes, as a `KeyObject` so that no log or dump prints them. */
  readonly secret: KeyObject;
  /** The check value recorded when the key was made, if the source stores one. */
  readonly check?: string;
}

/** The keys of a source: the active one wraps, all of them unwrap. */
export interface HeldKeys {
  readonly activeId: string;
  readonly keys: readonly HeldKey[];
}

/** Where master keys are stored: a file, the environment, later a key service. */
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
  | 'UNKNOWN_KEY';

/** Why the service must not start, or the ring not change, with these keys. The message is for the operator. */
export class KeyRingError extends Error {
  readonly code: KeyRingCode;

  constructor(code: KeyRingCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyRingError';
    this.code = code;
  }
}
