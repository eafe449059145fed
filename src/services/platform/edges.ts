import type { PageOf } from './page.ts';

/** A row of a page. Its cursor is made for whoever selects it: most only read the last one. */
class Edge<R> {
  readonly node: R;
  readonly #cursorOf: (node: R) => string;

  constructor(node: R, cursorOf: (node: R) => string) {
    this.node = node;
    this.#cursorOf = cursorOf;
  }

  get cursor(): string {
    return this.#cursorOf(this.node);
  }
}

type Asked = Pick<PageOf<unknown>['pageInfo'], 'hasNextPage' | 'hasPreviousPage'> & Pick<PageOf<unknown>, 'totalCount'>;

/** A page of rows. What most callers do not select is made for whoever does: edges, and the cursors of both ends. */
export function pageOf<R>(
  nodes: readonly R[],
  cursorOf: (node: R) => string,
  { hasNextPage, hasPreviousPage, totalCount }: Asked,
): PageOf<R> {
  const cursorAt = (node: R | undefined): string | null => (node === undefined ? null : cursorOf(node));
  let edges: PageOf<R>['edges'] | undefined;
  return {
    nodes,
    get edges() {
      return (edges ??= nodes.map((node) => new Edge(node, cursorOf)));
    },
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      get startCursor() {
        return cursorAt(nodes[0]);
      },
      get endCursor() {
        return cursorAt(nodes.at(-1));
      },
    },
    totalCount,
  };
}
