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

/** The same prefix, its last 48 bits moved on by a random step; undefined in the one case in millions that they are used up. */
function successorOf(id: string): string | undefined {
  const tail = Number.parseInt(id.slice(24), 16) + 1 + randomInt(2 ** 24);
  return tail < 2 ** 48 ? id.slice(0, 24) + tail.toString(16).padStart(12, '0') : undefined;
}

/** A secret of 256 bits, URL-safe: it is mailed or sent to a client, and never stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret: its SHA-256, in hexadecimal. */
export const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isId = (text: string): boolean => UUID.test(text);
