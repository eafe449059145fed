import { randomBytes, createHash, randomInt, randomUUIDv7 } from 'node:crypto';

let last = '';

/**
 * A new identifier: UUID version 7 (RFC 9562), so that primary keys grow with time. Within one process each is greater
 * than the one before, also in one millisecond and when the clock is set back (section 6.2, method 2): what is listed by
 * id is listed in the order it was made.
 */
export function newId(): string {
  const fresh = randomUUIDv7();
  last = fresh > last ? fresh : (successorOf(last) ?? fresh);
  return last;
}

/** The same prefix, its last 60 bits moved on by a random step; undefined in the one case in billions that they are used up. */
export function successorOf(id: string): string | undefined {
  const tail = Number.parseInt(id.slice(24), 16) + 1 + randomInt(2 ** 24);
  if (tail < 2 ** 48) return id.slice(0, 24) + hexOf(tail, 12);
  const carried = Number.parseInt(id.slice(20, 23), 16) + 1;
  return carried < 2 ** 12 ? `${id.slice(0, 20)}${hexOf(carried, 3)}-${hexOf(tail - 2 ** 48, 12)}` : undefined;
}

const hexOf = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** A secret of 256 bits, URL-safe: it is mailed or sent to a client, and never stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret: its SHA-256, in hexadecimal. */
export const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isId = (text: string): boolean => UUID.test(text);
