import { fieldError } from './errors.ts';
import { isId } from './ids.ts';

/** Keyset cursors: opaque to clients; for us the name of the list, and the raw sort values of the last row. */
export type CursorKey = readonly (string | number | null)[];

export const encodeCursor = (key: CursorKey): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** What a part of a key may be: an identifier, a whole number, or an instant as either database gives it. */
interface Parts {
  readonly id: string;
  readonly number: number;
  readonly instant: Date;
}
type PartName = keyof Parts;

/** The place of a row in a list that is sorted by these parts: what `pageOf` is given, and what reads it back. */
export interface CursorForm<P extends readonly PartName[]> {
  readonly list: string;
  readonly parts: P;
}

type Values<P extends readonly PartName[]> = { -readonly [I in keyof P]: Parts[P[I]] };

/** The cursors of one list. Those of another list are none of this one. */
export const cursorForm = <const P extends readonly PartName[]>(list: string, ...parts: P): CursorForm<P> => ({ list, parts });

/** The key of a row, by its raw sort values. */
export const keyIn = ({ list }: CursorForm<readonly PartName[]>, ...values: (string | number)[]): CursorKey => [list, ...values];

/** Reads a cursor back; anything that this list did not give is `INPUT_INVALID` on the argument that held it. */
export function decodeCursor<P extends readonly PartName[]>(cursor: string, { list, parts }: CursorForm<P>, path = 'after'): Values<P> {
  const [name, ...raw] = parsed(cursor);
  const values = parts.map((part, i) => readers[part](raw[i]));
  if (name !== list || raw.length !== parts.length || values.includes(undefined)) throw fieldError(path, 'cursor');
  return values as Values<P>;
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) ? key : [];
  } catch {
    return [];
  }
}

const mysqlInstant = /^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?$/;
/** 9999-12-31T23:59:59.999Z */
const latest = 253_402_300_799_999;

const readers: Readonly<Record<PartName, (raw: unknown) => string | number | Date | undefined>> = {
  id: (raw) => (typeof raw === 'string' && isId(raw) ? raw : undefined),
  number: (raw) => (Number.isSafeInteger(raw) && (raw as number) >= 0 ? (raw as number) : undefined),
  instant: (raw) => {
    const isText = typeof raw === 'string' && mysqlInstant.test(raw);
    const at = isText ? Date.parse(`${raw.replace(' ', 'T')}Z`) : raw;
    return typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 && at <= latest ? new Date(at) : undefined;
  },
};
