import { isId } from '../../kernel/ids.ts';

/** The 16 bytes of a UUID. Throws `TypeError` when the text is not one: that is a fault of the caller. */
export function uuidBytes(id: string): Buffer {
  if (!isId(id)) throw new TypeError('A UUID is expected.');
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** The canonical text of 16 bytes. */
export const uuidText = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
