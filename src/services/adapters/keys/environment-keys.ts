import { hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { secretFrom } from './key-text.ts';
import type { HeldKey, KeySource } from './port.ts';

/**
 * Master keys given by the environment: base64 of 32 bytes, the active one first, then the old ones, separated by
 * commas. To rotate, put a new key in front and restart. The id of a key is derived from the key (UUID version 8, RFC
 * 9562), since a bare key carries no id.
 */
export const environmentKeys = (value: string): KeySource => ({
  name: 'The environment',
  read: async () => {
    const [active, ...old] = value.split(',').map((text) => heldKey(secretFrom(text.trim())));
    return active && { activeId: active.id, keys: [active, ...old] };
  },
});

function heldKey(secret: KeyObject): HeldKey {
  const bytes = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'SEF1 master key id', 16));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return { id: bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), secret };
}
