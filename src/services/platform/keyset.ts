import { sql, SqliteAdapter, type RawBuilder, type SqlBool } from 'kysely';
import { fieldError } from '../kernel/errors.ts';
import { foldText } from '../kernel/fold.ts';
import { isId } from '../kernel/ids.ts';
import { instantFrom } from './orm/values.ts';
import type { Dialect } from './orm/orm.ts';
import type { Db } from './context.ts';

type Kind = 'instant' | 'number' | 'text' | 'id';
type Direction = 'asc' | 'desc';

/**
 * One column of an order, and where a row holds its value. The last one of an order must be unique. No column may be
 * null.
 */
export interface SortKey<R> {
  readonly column: string;
  readonly direction: Direction;
  readonly kind: Kind;
  readonly of: (row: R) => unknown;
}

/** The columns of each order of a list. */
export type Orders<R, N extends string> = Readonly<Record<N, readonly SortKey<R>[]>>;

export const sortKey = <R>(column: string, kind: Kind, of: (row: R) => unknown) => ({
  asc: { column, kind, of, direction: 'asc' } satisfies SortKey<R>,
  desc: { column, kind, of, direction: 'desc' } satisfies SortKey<R>,
});

/** The position of a row in an order: its values, as JSON. */
export type Place = readonly (string | number)[];

export const dialectOfReader = (db: Db): Dialect =>
  db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'mysql';

export const placeOf = <R>(order: readonly SortKey<R>[], row: R): Place =>
  order.map(({ kind, of }) => {
    const value = of(row);
    return kind === 'instant' ? instantFrom(value).getTime() : kind === 'number' ? Number(value) : String(value);
  });

/**
 * A cursor names its list and order: a cursor of another list is refused. The last column of an order is the list's
 * own.
 */
export const orderName = <R>(name: string, order: readonly SortKey<R>[]): string =>
  `${name} ${order.at(-1)?.column ?? ''}`;

export const encodePlace = (name: string, place: Place): string =>
  Buffer.from(JSON.stringify([name, ...place])).toString('base64url');

/** Reads a cursor back; one of another list or order, or that we did not write, is `INPUT_INVALID` on the argument that held it. */
export function decodePlace<R>(
  cursor: string,
  { name, order, path }: { readonly name: string; readonly order: readonly SortKey<R>[]; readonly path: string },
): Place {
  try {
    const [given, ...place]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (given === name && place.length === order.length && order.every(({ kind }, i) => fits[kind](place[i])))
      return place as unknown as Place;
  } catch {
    // falls through: not a valid cursor
  }
  throw fieldError(path, 'cursor');
}

/** Years 1000 to 9999: what both databases can compare. */
const [earliest, latest] = [Date.parse('1000-01-01T00:00:00.000Z'), Date.parse('9999-12-31T23:59:59.999Z')];
const longestText = 500;

const fits: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  instant: (value) => Number.isSafeInteger(value) && Number(value) >= earliest && Number(value) <= latest,
  number: (value) => Number.isSafeInteger(value),
  text: (value) => typeof value === 'string' && value.length <= longestText && value.isWellFormed(),
  id: (value) => typeof value === 'string' && isId(value),
};

export interface Bound {
  readonly place: Place;
  /** Which rows: those after the position in the order, or before it. */
  readonly side: 'after' | 'before';
  /** Is the row at the position included? */
  readonly isInclusive?: boolean;
}

/** Texts are compared without case and accents: by MySQL itself, and by a function of ours on the embedded database. */
const expression = ({ column, kind }: SortKey<never>, dialect: Dialect): RawBuilder<unknown> =>
  kind === 'text' && dialect === 'sqlite' ? sql`fold_text(${sql.ref(column)})` : sql`${sql.ref(column)}`;

function valueFor({ kind }: SortKey<never>, value: string | number, dialect: Dialect): unknown {
  if (kind === 'instant') return new Date(value);
  return kind === 'text' && dialect === 'sqlite' ? foldText(String(value)) : value;
}

/**
 * The rows on one side of a position. The first column also has its own bound, so that both databases seek in an index
 * that begins with it.
 */
export function beyond<R>(
  order: readonly SortKey<R>[],
  { place, side, isInclusive = false }: Bound,
  dialect: Dialect,
): RawBuilder<SqlBool> {
  const parts = (order as readonly SortKey<never>[]).map((key, i) => ({
    column: expression(key, dialect),
    value: valueFor(key, place[i] as string | number, dialect),
    sign: (key.direction === 'asc') === (side === 'after') ? '>' : '<',
  }));
  const from = (i: number): RawBuilder<SqlBool> => {
    const { column, value, sign } = parts[i] as (typeof parts)[number];
    const operator = sql.raw(i === parts.length - 1 && isInclusive ? `${sign}=` : sign);
    return i === parts.length - 1
      ? sql`${column} ${operator} ${value}`
      : sql`(${column} ${operator} ${value} or (${column} = ${value} and ${from(i + 1)}))`;
  };
  const [first] = parts;
  return first === undefined || parts.length === 1
    ? from(0)
    : sql`${first.column} ${sql.raw(`${first.sign}=`)} ${first.value} and ${from(0)}`;
}

/** The columns to order by, reversed for reading backwards. */
export const sorting = <R>(
  order: readonly SortKey<R>[],
  isBackward: boolean,
  dialect: Dialect,
): readonly { readonly by: RawBuilder<unknown>; readonly direction: Direction }[] =>
  (order as readonly SortKey<never>[]).map((key) => ({
    by: expression(key, dialect),
    direction: (key.direction === 'asc') === isBackward ? 'desc' : 'asc',
  }));
