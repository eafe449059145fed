import { decodePlace, type Bound, type Place, type SortKey } from './keyset.ts';
import type { PageRequest } from './page.ts';

/** Between which cursors a page is. */
interface Span {
  readonly after: Place | undefined;
  readonly before: Place | undefined;
}

/** The cursors of a request, read; one that is not of this list is refused. */
export function spanOf<R>(
  { after, before }: PageRequest,
  order: { readonly name: string; readonly order: readonly SortKey<R>[] },
): Span {
  const place = (cursor: string | null | undefined, path: string): Place | undefined =>
    cursor ? decodePlace(cursor, { ...order, path }) : undefined;
  return { after: place(after, 'after'), before: place(before, 'before') };
}

export const boundsOf = ({ after, before }: Span): Bound[] => [
  ...(after === undefined ? [] : [{ place: after, side: 'after' } as const]),
  ...(before === undefined ? [] : [{ place: before, side: 'before' } as const]),
];
