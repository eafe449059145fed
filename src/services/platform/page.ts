import { encodeCursor, type CursorKey } from '../kernel/cursor.ts';

/** A page of rows by keyset. */
export interface PageOf<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Makes a page of `first` rows out of `first + 1` fetched ones; `keyOf` gives the raw sort values of a row. */
export function pageOf<T>(fetched: readonly T[], first: number, keyOf: (row: T) => CursorKey): PageOf<T> {
  const nodes = fetched.slice(0, first);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(keyOf(node)) }));
  return { edges, nodes, pageInfo: { hasNextPage: fetched.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
