/** A key service in memory: binds what it wraps to its context, counts, and goes away on demand. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyContext, KeyService } from '../../src/services/adapters/keys/port.ts';
import { KeyRingError, WrappedKeyRefused } from '../../src/services/adapters/keys/port.ts';
import { DomainError } from '../../src/services/kernel/errors.ts';

export interface MemoryKeyService extends KeyService {
  isAway: boolean;
  /** Calls answered until now. */
  readonly answered: { wrap: number; unwrap: number };
}

export function memoryKeyService(...names: readonly string[]): MemoryKeyService {
  const keys = new Map(names.map((name) => [name, randomBytes(32)]));
  const answered = { wrap: 0, unwrap: 0 };
  const keyOf = (name: string): Buffer => {
    const key = keys.get(name);
    if (service.isAway || !key) throw new DomainError('KEY_UNAVAILABLE');
    return key;
  };
  const service: MemoryKeyService = {
    isAway: false,
    answered,
    find: async (name) => {
      if (service.isAway || !keys.has(name)) throw new KeyRingError('NO_SERVICE', `There is no key ${name}.`);
      return name;
    },
    wrap: async (name, plain, context) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(name), nonce).setAAD(aad(context));
      answered.wrap += 1;
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap: async (name, blob, context) => {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(name), blob.subarray(0, 12), { authTagLength: 16 })
        .setAAD(aad(context))
        .setAuthTag(blob.subarray(-16));
      answered.unwrap += 1;
      try {
        return Buffer.concat([decipher.update(blob.subarray(12, -16)), decipher.final()]);
      } catch (cause) {
        throw new WrappedKeyRefused({ cause });
      }
    },
  };
  return service;
}

const aad = ({ fileId, versionId, dekId }: KeyContext): Buffer => Buffer.from([fileId, versionId, dekId].join());
