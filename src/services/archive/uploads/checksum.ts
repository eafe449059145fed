import { createHash, timingSafeEqual, type Hash } from 'node:crypto';
import { DomainError } from '../../kernel/errors.ts';

/** How the bytes of one request may be checked (`Upload-Checksum`). */
export const checksumAlgorithms = ['sha256', 'sha1'] as const;
export type ChecksumAlgorithm = (typeof checksumAlgorithms)[number];

export interface DeclaredChecksum {
  readonly algorithm: ChecksumAlgorithm;
  readonly digest: Buffer;
}

/** Compares what arrived in one request with what its sender declared. */
export class ChecksumCheck {
  readonly #declared: DeclaredChecksum;
  readonly #hash: Hash;

  constructor(declared: DeclaredChecksum) {
    this.#declared = declared;
    this.#hash = createHash(declared.algorithm);
  }

  see(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  /** `CHECKSUM_MISMATCH` unless the bytes are those. */
  end(): void {
    const found = this.#hash.digest();
    const { digest } = this.#declared;
    if (found.length !== digest.length || !timingSafeEqual(found, digest)) throw new DomainError('CHECKSUM_MISMATCH');
  }
}
