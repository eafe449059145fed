import { encodePlace, orderName, placeOf, sortKey, type Place, type SortKey } from './keyset.ts';
import { pageOf } from './edges.ts';
import type { PageOf, PageRequest } from './page.ts';
import { spanOf } from './span.ts';

/** So many of the newest that were found are ordered by how well they match: what is older is found by the newest first. */
export const mostRanked = 1_000;

/** A row that was found, and how well: a whole number, greater for better. */
interface Ranked<R> {
  readonly row: R;
  readonly score: number;
}

export interface Ranking<R> {
  readonly rows: readonly R[];
  readonly scoreOf: (row: R) => number;
  /** Of two that match as well, the later one comes first. */
  readonly at: { readonly column: string; readonly of: (row: R) => unknown };
  /** Its last key: the list's own. */
  readonly id: { readonly column: string; readonly of: (row: R) => string };
  readonly page: PageRequest;
  readonly totalCount: PageOf<R>['totalCount'];
}

/** A page of what was found, the best first: by its score, then the newest. The same on both databases, since neither of them orders. */
export function rankedPage<R>({ rows, scoreOf, at, id, page, totalCount }: Ranking<R>): PageOf<R> {
  const order: readonly SortKey<Ranked<R>>[] = [
    sortKey<Ranked<R>>('score', 'number', ({ score }) => score).desc,
    sortKey<Ranked<R>>(at.column, 'instant', ({ row }) => at.of(row)).desc,
    sortKey<Ranked<R>>(id.column, 'id', ({ row }) => id.of(row)).desc,
  ];
  const name = orderName('RELEVANCE_DESC', order);
  const places = new Map(rows.map((row) => [row, placeOf(order, { row, score: scoreOf(row) })]));
  const placeOfRow = (row: R): Place => places.get(row) as Place;
  const ranked = rows.toSorted((a, b) => compare(placeOfRow(b), placeOfRow(a)));
  const { after, before } = spanOf(page, { name, order });
  const start = startOf(after, ranked.map(placeOfRow));
  const end = endOf(before, ranked.map(placeOfRow));
  const [from, to] =
    typeof page.last === 'number' ? [Math.max(start, end - page.last), end] : [start, start + page.first];
  const nodes = ranked.slice(from, Math.min(to, end));
  return pageOf(nodes, (row) => encodePlace(name, placeOfRow(row)), {
    hasNextPage: from + nodes.length < ranked.length,
    hasPreviousPage: from > 0,
    totalCount,
  });
}

/** The first row behind a place, and the first that is not before one, in rows from the best to the last. */
const startOf = (after: Place | undefined, places: readonly Place[]): number =>
  after === undefined ? 0 : indexOr(places, (place) => compare(place, after) < 0);
const endOf = (before: Place | undefined, places: readonly Place[]): number =>
  before === undefined ? places.length : indexOr(places, (place) => compare(place, before) <= 0);

function indexOr(places: readonly Place[], is: (place: Place) => boolean): number {
  const index = places.findIndex(is);
  return index === -1 ? places.length : index;
}

function compare(a: Place, b: Place): number {
  for (const [i, value] of a.entries()) {
    const other = b[i] as string | number;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

/** The same page of what is made of its rows. */
export function mappedPage<R, T>(page: PageOf<R>, of: (row: R) => T): PageOf<T> {
  const { pageInfo, totalCount } = page;
  const nodes = page.nodes.map(of);
  return {
    nodes,
    get edges() {
      return page.edges.map(({ cursor }, i) => ({ node: nodes[i] as T, cursor }));
    },
    pageInfo,
    totalCount,
  };
}
