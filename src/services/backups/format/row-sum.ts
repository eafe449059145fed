import { createHash } from 'node:crypto';

const modulus = 1n << 256n;

/** The sum of the SHA-256 of lines: equal for the same lines in any order, so that both databases agree. */
export class RowSum {
  #sum = 0n;

  add(line: string): void {
    this.#sum += BigInt(`0x${createHash('sha256').update(line).digest('hex')}`);
  }

  digest(): string {
    return (this.#sum % modulus).toString(16).padStart(64, '0');
  }
}
