import { sql, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { yieldToEventLoop } from '../kernel/yield-to-event-loop.ts';
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
import { found, type TextSearch } from './text-search.ts';
import type { Db } from './context.ts';

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
  /** So many rows are searched at one time, unless said: fewer where each takes longer. */
  readonly windowSize?: number;
  /** How many rows the list has, where that is known without reading them; not asked of a search. */
  readonly count?: () => Promise<number>;
  /** Makes of the database's rows those that the list is of. */
  readonly shape: (rows: O[]) => R[] | Promise<R[]>;
}

/** Rows searched at one time: the embedded database reads in the thread of the event loop. */
const usualWindow = 1_000;
const firstWindow = 100;

const conditionOf = (search: TextSearch | FoundBy, dialect: Dialect): RawBuilder<SqlBool> | undefined =>
  'condition' in search ? search.condition : found(search, dialect);

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
    if (this.#found !== undefined) return this.#countFound(this.#found);
    if (this.#listing.count) return this.#listing.count();
    return this.#countOf(this.#query());
  }

  async #read(bounds: readonly Bound[], reading: Reading): Promise<R[]> {
    return this.#listing.shape(await this.#rowsOf(this.#query(), bounds, reading));
  }

  /** Of the row after so many: its keys alone are read, which may be all in an index. */
  async #placeAt(skip: number, bounds: readonly Bound[], isBackward: boolean): Promise<Place | undefined> {
    const keys = this.#order.map(({ column }, i) => sql.ref(column).as(`k${i}`));
    const query = this.#query().clearSelect().select(keys) as unknown as SelectQueryBuilder<DB, TB, O>;
    const [row] = (await this.#rowsOf(query, bounds, { isBackward, limit: 1, skip })) as unknown as Record<
      string,
      unknown
    >[];
    return (
      row &&
      placeOf(
        this.#order.map((key, i) => ({ ...key, of: () => row[`k${i}`] })),
        row,
      )
    );
  }

  /** The rows within some bounds, read in one statement or in a few. */
  async #rowsOf(
    all: SelectQueryBuilder<DB, TB, O>,
    bounds: readonly Bound[],
    { isBackward, limit, skip = 0, found }: Reading,
  ): Promise<O[]> {
    const rows: O[] = [];
    let skipped = skip;
    const parts = stretches(this.#order, bounds, { dialect: this.#dialect, isBackward });
    for (const conditions of parts) {
      let query = all;
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

  /**
   * SQLite knows the limit by its text: a statement whose limit is a value is prepared anew at each execution, because the value decides
   * how it is executed. For lists whose order an index gives, whatever the limit.
   */
  async #firstPage({ key, values }: ListShape, { isBackward, limit }: Fetching): Promise<R[]> {
    const isText = this.#dialect === 'sqlite';
    const rows = await runCompiled<O>(this.#listing.db, {
      key: `page ${limit} ${isBackward} ${key}`,
      values: isText ? values : [...values, limit],
      make: () => this.#ordered(this.#query(), isBackward).limit(isText ? sql.lit(limit) : limit),
    });
    return this.#listing.shape(rows);
  }

  #ordered(query: SelectQueryBuilder<DB, TB, O>, isBackward: boolean): SelectQueryBuilder<DB, TB, O> {
    let sorted = query;
    for (const { by, direction } of sorting(this.#order, isBackward, this.#dialect))
      sorted = sorted.orderBy(by, direction);
    return sorted;
  }

  /** The limit is a value here: of a small one that it knows, SQLite thinks that reading and sorting all rows is cheaper than an index. */
  async #sorted(query: SelectQueryBuilder<DB, TB, O>, { isBackward, limit, skip = 0 }: Reading): Promise<O[]> {
    const sorted = this.#ordered(query, isBackward).limit(limit);
    return (await (skip > 0 ? sorted.offset(skip) : sorted).execute()) as O[];
  }

  async #countOf(query: SelectQueryBuilder<DB, TB, O>): Promise<number> {
    const { n } = (await query
      .clearSelect()
      .select(sql<unknown>`count(*)`.as('n'))
      .executeTakeFirstOrThrow()) as { n: unknown };
    return numberFrom(n);
  }

  async #searched(bounds: readonly Bound[], { isBackward, limit }: Fetching): Promise<R[]> {
    const rows: R[] = [];
    for await (const window of this.#windows(bounds, isBackward)) {
      rows.push(...(await this.#read(window, { isBackward, limit: limit - rows.length, found: this.#found })));
      if (rows.length === limit) break;
    }
    return rows;
  }

  /** How many rows are found; null for a search within texts, which no list shows a number of. */
  async #countFound(condition: RawBuilder<SqlBool>): Promise<number | null> {
    const { search } = this.#listing;
    if (search === undefined || !('condition' in search)) return null;
    const query = this.#query();
    if (this.#dialect === 'mysql') return this.#countOf(query.where(condition));
    let count = 0;
    for await (const window of this.#windows([], false))
      for (const conditions of stretches(this.#order, window, { dialect: this.#dialect, isBackward: false }))
        count += await this.#countOf([...conditions, condition].reduce((all, one) => all.where(one), query));
    return count;
  }

  /** The list in parts, so that other requests are answered meanwhile. */
  async *#windows(bounds: readonly Bound[], isBackward: boolean): AsyncGenerator<readonly Bound[]> {
    const ahead = isBackward ? 'before' : 'after';
    const behind = isBackward ? 'after' : 'before';
    const largest = this.#listing.windowSize ?? usualWindow;
    // Mostly the first rows have enough of what is sought.
    for (let [left, size] = [[...bounds], firstWindow]; ; size = Math.min(size * 4, largest)) {
      const place = await this.#placeAt(size - 1, left, isBackward);
      yield place === undefined ? left : [...left, { place, side: behind, isInclusive: true }];
      if (place === undefined) return;
      left = [...bounds, { place, side: ahead }];
      await yieldToEventLoop();
    }
  }
}
