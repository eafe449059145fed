import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isId } from '../../kernel/ids.ts';
import type { HeldKey, HeldKeys, KeyCheck } from './port.ts';
import { KeyRingError } from './port.ts';

/** A master key from its text: base64 of 32 bytes, written in the one canonical way. */
export function secretFrom(text: unknown): KeyObject {
  const bytes = Buffer.from(typeof text === 'string' ? text : '', 'base64');
  try {
    if (bytes.length !== 32 || bytes.toString('base64') !== text)
      throw new KeyRingError('MALFORMED', 'A master key is 32 bytes in base64.');
    return createSecretKey(bytes);
  } finally {
    bytes.fill(0);
  }
}

const FORMAT = 'atelier-key-ring-1';

/**
 * The key ring as text, JSON:
 *
 *     { "format": "atelier-key-ring-1",
 *       "active": "<id of the key that wraps>",
 *       "keys": [{ "id": "<UUID>", "key": "<base64, 32 bytes>", "check": "<hexadecimal, 16 bytes>" }] }
 */
export const printKeys = ({ activeId, keys }: HeldKeys): string => {
  const printed = keys.map(({ id, secret, check }) => ({ id, key: secret.export().toString('base64'), check }));
  return `${JSON.stringify({ format: FORMAT, active: activeId, keys: printed }, null, 2)}\n`;
};

export function parseKeys(text: string): HeldKeys {
  const ring = fieldsOf(parse(text));
  if (ring.format !== FORMAT || typeof ring.active !== 'string' || !Array.isArray(ring.keys)) throw malformed();
  return { activeId: ring.active, keys: ring.keys.map(parseKey) };
}

/** The register as text: a JSON list of `{ "id", "check" }`. */
export const printChecks = (checks: readonly KeyCheck[]): string => `${JSON.stringify(checks, null, 2)}\n`;

export function parseChecks(text: string): KeyCheck[] {
  const list = parse(text);
  if (!Array.isArray(list)) throw malformed();
  return list.map(parseCheck);
}

function parseKey(value: unknown): HeldKey {
  return { ...parseCheck(value), secret: secretFrom(fieldsOf(value).key) };
}

function parseCheck(value: unknown): KeyCheck {
  const { id, check } = fieldsOf(value);
  if (typeof id !== 'string' || !isId(id) || typeof check !== 'string') throw malformed();
  return { id, check };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote the text, which holds keys.
    throw malformed();
  }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) throw malformed();
  return { ...value };
};

const malformed = (): KeyRingError => new KeyRingError('MALFORMED', 'The key ring or its register cannot be read.');
