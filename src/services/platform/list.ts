import { sql, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { yieldToEventLoop } from '../kernel/yield-to-event-loop.ts';
import { foldText, likePattern, searchWords, spellingsOf } from '../kernel/fold.ts';
import {
  dialectOfReader,
  encodePlace,
  orderName,
  placeOf,
  sorting,
  stretches,
  type Bound,
  type Orders,
  type Place,
  type SortKey,
} from './keyset.ts';
import { pageOf } from './edges.ts';
import { boundsOf, spanOf } from './span.ts';
import { runCompiled } from './orm/compiled.ts';
import type { Dialect } from './orm/orm.ts';
import { numberFrom } from './orm/values.ts';
import type { Lazily, PageOf, PageRequest } from './page.ts';
import type { Db } from './context.ts';

/** What a text is searched in: columns, or expressions over them. */
export interface TextSearch {
  readonly text: string | null | undefined;
  readonly within: readonly (string | RawBuilder<unknown>)[];
  /** The same, of what is as `foldText` makes it already: nothing is called for each row. */
  readonly folded?: readonly (string | RawBuilder<unknown>)[];
}

/** A search whose condition is made by the list itself. */
export interface FoundBy {
  readonly condition: RawBuilder<SqlBool>;
}

/** What the text of a list's query depends on, and its values in the order of the text (`CompiledOnce`). */
export interface ListShape {
  readonly key: string;
  readonly values: readonly unknown[];
}

/** A list to be read by pages: which rows (access rule and filters are conditions of the query), in which order. */
export interface Listing<DB, TB extends keyof DB, O, R, N extends string> {
  readonly db: Db;
  /** Made when it is needed: of a list with a `shape`, only once in a while. */
  readonly query: SelectQueryBuilder<DB, TB, O> | (() => SelectQueryBuilder<DB, TB, O>);
  /** A page without a cursor or a search is then read by a statement that is written once. */
  readonly compiled?: ListShape | undefined;
  readonly orders: Orders<R, N>;
  readonly orderBy: N;
  readonly page: PageRequest;
  readonly search?: TextSearch | FoundBy;
  /** What the list is of, where there is one for each: a cursor of another one is refused. */
  readonly of?: string;
  /** How many rows the list has, where that is known without reading them; not asked of a search. */
  readonly count?: () => Promise<number>;
  /** Makes of the database's rows those that the list is of. */
  readonly shape: (rows: O[]) => R[] | Promise<R[]>;
}

/** Rows searched at one time: the embedded database reads in the thread of the event loop. */
const windowSize = 1_000;

/**
 * A condition: every word of the text occurs in these columns, ignoring case and accents, the same on both databases.
 */
export function found({ text, within, folded = [] }: TextSearch, dialect: Dialect): RawBuilder<SqlBool> | undefined {
  const words = searchWords(text);
  if (words.length === 0) return undefined;
  const valueOf = (column: string | RawBuilder<unknown>) => (typeof column === 'string' ? sql.ref(column) : column);
  const like = (value: RawBuilder<unknown>, word: string): RawBuilder<SqlBool> =>
    sql`${value} like ${likePattern(foldText(word))} escape '!'`;
  const holds = (column: string | RawBuilder<unknown>, word: string): RawBuilder<SqlBool>[] => {
    const value = valueOf(column);
    if (dialect === 'sqlite') return [like(sql`fold_text(${value})`, word)];
    return spellingsOf(word).map((spelling) => sql`${value} like ${likePattern(spelling)} escape '!'`);
  };
  const each = words.map(
    (word) =>
      sql<SqlBool>`(${sql.join(
        [...folded.map((column) => like(valueOf(column), word)), ...within.flatMap((column) => holds(column, word))],
        sql` or `,
      )})`,
  );
  return sql`${sql.join(each, sql` and `)}`;
}

const conditionOf = (search: TextSearch | FoundBy, dialect: Dialect): RawBuilder<SqlBool> | undefined =>
  'condition' in search ? search.condition : found(search, dialect);

/** The rows of a short list that a text is found in; all of them where there is none. */
export function foundIn<DB, TB extends keyof DB, O>(
  db: Db,
  query: SelectQueryBuilder<DB, TB, O>,
  search: TextSearch,
): SelectQueryBuilder<DB, TB, O> {
  const condition = found(search, dialectOfReader(db));
  return condition === undefined ? query : query.where(condition);
}

/** A page of a list. Parts that the response does not select, such as the count, are not read. */
export async function listPage<DB, TB extends keyof DB, O, R, N extends string>(
  listing: Listing<DB, TB, O, R, N>,
): Promise<PageOf<R>> {
  const { orders, orderBy, page } = listing;
  const order = orders[orderBy];
  const name = [orderName(orderBy, order), listing.of ?? []].flat().join(' ');
  const span = spanOf(page, { name, order });
  const reader = new ListReader(listing, order);
  const isBackward = typeof page.last === 'number';
  const size = page.last ?? page.first;
  const fetched = await reader.rows(boundsOf(span), { isBackward, limit: size + 1 });
  const nodes = isBackward ? fetched.slice(0, size).reverse() : fetched.slice(0, size);
  const cursorOf = (node: R): string => encodePlace(name, placeOf(order, node));
  const more = fetched.length > size;
  return pageOf(nodes, cursorOf, {
    hasNextPage: (!isBackward && more) || reader.isMore(span.before, { end: nodes.at(-1), side: 'after' }),
    hasPreviousPage: (isBackward && more) || reader.isMore(span.after, { end: nodes[0], side: 'before' }),
    totalCount: () => reader.count(),
  });
}

interface Fetching {
  readonly isBackward: boolean;
  readonly limit: number;
}

interface Reading extends Fetching {
  readonly skip?: number;
  readonly found?: RawBuilder<SqlBool> | undefined;
}

class ListReader<DB, TB extends keyof DB, O, R, N extends string> {
  readonly #listing: Listing<DB, TB, O, R, N>;
  readonly #order: readonly SortKey<R>[];
  readonly #dialect: Dialect;
  readonly #found: RawBuilder<SqlBool> | undefined;

  constructor(listing: Listing<DB, TB, O, R, N>, order: readonly SortKey<R>[]) {
    this.#listing = listing;
    this.#order = order;
    this.#dialect = dialectOfReader(listing.db);
    this.#found = listing.search && conditionOf(listing.search, this.#dialect);
  }

  rows(bounds: readonly Bound[], fetching: Fetching): Promise<R[]> {
    const { compiled } = this.#listing;
    if (this.#found === undefined)
      return bounds.length === 0 && compiled ? this.#firstPage(compiled, fetching) : this.#read(bounds, fetching);
    return this.#dialect === 'sqlite'
      ? this.#searched(bounds, fetching)
      : this.#read(bounds, { ...fetching, found: this.#found });
  }

  /** Is there anything beyond this end of the page? Nothing, when no cursor bounds the list there. */
  isMore(
    cursor: Place | undefined,
    { end, side }: { readonly end: R | undefined; readonly side: Bound['side'] },
  ): false | Lazily<boolean> {
    if (cursor === undefined) return false;
    const bound: Bound =
      end === undefined ? { place: cursor, side, isInclusive: true } : { place: placeOf(this.#order, end), side };
    return async () => (await this.rows([bound], { isBackward: side === 'before', limit: 1 })).length > 0;
  }

  async count(): Promise<number | null> {
    if (this.#found !== undefined) return null;
    if (this.#listing.count) return this.#listing.count();
    return this.#countOf(this.#query());
  }

  /** The rows within some bounds, read in one statement or in a few. */
  async #read(bounds: readonly Bound[], { isBackward, limit, skip = 0, found }: Reading): Promise<R[]> {
    const rows: R[] = [];
    let skipped = skip;
    const parts = stretches(this.#order, bounds, { dialect: this.#dialect, isBackward });
    for (const conditions of parts) {
      let query = this.#query();
      for (const condition of found === undefined ? conditions : [...conditions, found]) query = query.where(condition);
      rows.push(...(await this.#sorted(query, { isBackward, limit: limit - rows.length, skip: skipped })));
      if (rows.length === limit || conditions === parts.at(-1)) break;
      if (skipped > 0) skipped = Math.max(0, skipped - (await this.#countOf(query)));
    }
    return rows;
  }

  #query(): SelectQueryBuilder<DB, TB, O> {
    const { query } = this.#listing;
    return typeof query === 'function' ? query() : query;
  }

  async #firstPage({ key, values }: ListShape, fetching: Fetching): Promise<R[]> {
    const { isBackward, limit } = fetching;
    const rows = await runCompiled<O>(this.#listing.db, {
      key: `page ${limit} ${isBackward} ${key}`,
      values: this.#dialect === 'sqlite' ? values : [...values, limit],
      make: () => this.#ordered(this.#query(), fetching),
    });
    return this.#listing.shape(rows);
  }

  /**
   * SQLite knows the limit by its text: a statement whose limit is a value is prepared anew at each execution, because
   * the value decides how it is executed.
   */
  #ordered(query: SelectQueryBuilder<DB, TB, O>, { isBackward, limit }: Fetching): SelectQueryBuilder<DB, TB, O> {
    let sorted = query;
    for (const { by, direction } of sorting(this.#order, isBackward, this.#dialect))
      sorted = sorted.orderBy(by, direction);
    return sorted.limit(this.#dialect === 'sqlite' ? sql.lit(limit) : limit);
  }

  async #sorted(query: SelectQueryBuilder<DB, TB, O>, { skip = 0, ...fetching }: Reading): Promise<R[]> {
    const sorted = this.#ordered(query, fetching);
    const rows = await (skip > 0 ? sorted.offset(skip) : sorted).execute();
    return this.#listing.shape(rows as O[]);
  }

  async #countOf(query: SelectQueryBuilder<DB, TB, O>): Promise<number> {
    const { n } = (await query
      .clearSelect()
      .select(sql<unknown>`count(*)`.as('n'))
      .executeTakeFirstOrThrow()) as { n: unknown };
    return numberFrom(n);
  }

  /** Searches the list a window at a time, so that other requests are answered meanwhile. */
  async #searched(bounds: readonly Bound[], { isBackward, limit }: Fetching): Promise<R[]> {
    const ahead = isBackward ? 'before' : 'after';
    const behind = isBackward ? 'after' : 'before';
    const rows: R[] = [];
    for (let left = [...bounds]; ;) {
      const [edge] = await this.#read(left, { isBackward, limit: 1, skip: windowSize - 1 });
      const place = edge && placeOf(this.#order, edge);
      const inWindow =
        place === undefined ? left : [...left, { place, side: behind, isInclusive: true } satisfies Bound];
      rows.push(...(await this.#read(inWindow, { isBackward, limit: limit - rows.length, found: this.#found })));
      if (place === undefined || rows.length === limit) return rows;
      left = [...bounds, { place, side: ahead }];
      await yieldToEventLoop();
    }
  }
}
