import { sql, SqliteAdapter, type RawBuilder, type SqlBool } from 'kysely';
import { fieldError } from '../kernel/errors.ts';
import { foldText } from '../kernel/fold.ts';
import { isId } from '../kernel/ids.ts';
import { instantFrom } from './orm/values.ts';
import type { Dialect } from './orm/orm.ts';
import type { Db } from './context.ts';

/** `folded`: a column that holds `foldText` of the row's text, so that an index has the order on both databases. */
type Kind = 'instant' | 'number' | 'text' | 'folded' | 'id';
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
  /** Many rows have the same value: an order that begins with it is read value by value, each sought in the index. */
  readonly isCoarse?: boolean;
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

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= longestText && value.isWellFormed();

const fits: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  instant: (value) => Number.isSafeInteger(value) && Number(value) >= earliest && Number(value) <= latest,
  number: (value) => Number.isSafeInteger(value),
  text: (value) => isText(value),
  folded: (value) => isText(value),
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
  return kind === 'folded' || (kind === 'text' && dialect === 'sqlite') ? foldText(String(value)) : value;
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

/**
 * What is within some bounds, as conditions of statements to be read one after the other: mostly of one. An order that begins with
 * a coarse column has one for the value of each bound, and one for what is between: a database that seeks by the first
 * column would otherwise read every row of that value down to the bound.
 */
export function stretches<R>(
  order: readonly SortKey<R>[],
  bounds: readonly Bound[],
  { dialect, isBackward }: { readonly dialect: Dialect; readonly isBackward: boolean },
): RawBuilder<SqlBool>[][] {
  const [first, ...rest] = order as readonly SortKey<never>[];
  if (first?.isCoarse !== true || bounds.length === 0) return [bounds.map((bound) => beyond(order, bound, dialect))];
  // The later bound of a side is the closer one.
  const ends = (['after', 'before'] as const).flatMap((side) => bounds.findLast((bound) => bound.side === side) ?? []);
  const past = ({ place, side }: Bound) => beyond([first], { place, side }, dialect);
  const at = (end: Bound): RawBuilder<SqlBool>[] => [
    sql<SqlBool>`${expression(first, dialect)} = ${valueFor(first, end.place[0] as number, dialect)}`,
    beyond(rest, { ...end, place: end.place.slice(1) }, dialect),
  ];
  const [one, other] = ends as [Bound, Bound | undefined];
  if (other?.place[0] === one.place[0]) return [[...at(one), ...at(other as Bound)]];
  const edge = (end: Bound) => [...at(end), ...ends.filter((it) => it !== end).map(past)];
  const forward = [
    ...ends.filter(({ side }) => side === 'after').map(edge),
    ends.map(past),
    ...ends.filter(({ side }) => side === 'before').map(edge),
  ];
  return isBackward ? forward.reverse() : forward;
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
