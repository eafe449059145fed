import { DomainError } from './errors.ts';

/** Keyset cursors: opaque to clients, the raw sort values of the last row for us. */
export type CursorKey = readonly (string | number | null)[];

export const encodeCursor = (key: CursorKey): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads a cursor back; anything that we did not write is `INPUT_INVALID` on the argument that held it. */
export function decodeCursor(cursor: string, length: number, path = 'after'): CursorKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === length && key.every(isKeyPart)) return key as CursorKey;
  } catch {
    // falls through: not a cursor of ours
  }
  throw new DomainError('INPUT_INVALID', { fields: [{ path, rules: ['cursor'] }] });
}

const isKeyPart = (part: unknown): boolean => part === null || typeof part === 'string' || typeof part === 'number';
