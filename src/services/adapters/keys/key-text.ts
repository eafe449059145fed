import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { keyProviders } from '../../kernel/key-providers.ts';
import { isId } from '../../kernel/ids.ts';
import type { HeldKey, HeldKeys, KeyCheck, RemoteKey } from './port.ts';
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
 * The key ring as text, JSON; `remote` is absent when every key is local:
 *
 *     { "format": "atelier-key-ring-1",
 *       "active": "<id of the key that wraps>",
 *       "keys": [{ "id": "<UUID>", "key": "<base64, 32 bytes>", "check": "<hexadecimal, 16 bytes>" }],
 *       "remote": [{ "id": "<UUID>", "provider": "AWS_KMS", "name": "arn:aws:kms:…",
 *                    "enclosed": { "id": "<UUID>", "wrapped": "<base64>", "check": "<hexadecimal, 16 bytes>" } }] }
 */
export const printKeys = ({ activeId, keys, remoteKeys = [] }: HeldKeys): string => {
  const printed = keys.map(({ id, secret, check }) => ({ id, key: secret.export().toString('base64'), check }));
  const remote = remoteKeys.map(({ enclosed, ...key }) => ({
    ...key,
    enclosed: { ...enclosed, wrapped: Buffer.from(enclosed.wrapped).toString('base64') },
  }));
  const ring = { format: FORMAT, active: activeId, keys: printed, ...(remote.length > 0 && { remote }) };
  return `${JSON.stringify(ring, null, 2)}\n`;
};

export function parseKeys(text: string): HeldKeys {
  const ring = fieldsOf(parse(text));
  const { active, keys, remote = [] } = ring;
  if (ring.format !== FORMAT || typeof active !== 'string') throw malformed();
  if (!Array.isArray(keys) || !Array.isArray(remote)) throw malformed();
  return { activeId: active, keys: keys.map(parseKey), remoteKeys: remote.map(parseRemoteKey) };
}

function parseRemoteKey(value: unknown): RemoteKey {
  const { id, name, enclosed, ...rest } = fieldsOf(value);
  const provider = keyProviders.find((known) => known === rest.provider);
  const { wrapped } = fieldsOf(enclosed);
  if (typeof id !== 'string' || !isId(id) || typeof name !== 'string') throw malformed();
  if (provider === undefined || provider === 'LOCAL' || typeof wrapped !== 'string') throw malformed();
  return { id, provider, name, enclosed: { ...parseCheck(enclosed), wrapped: Buffer.from(wrapped, 'base64') } };
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
