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

export const edgesOf = <R>(nodes: readonly R[], cursorOf: (node: R) => string): PageOf<R>['edges'] =>
  nodes.map((node) => new Edge(node, cursorOf));

/** The cursors of the first and the last row. */
export function endsOf<R>(
  nodes: readonly R[],
  cursorOf: (node: R) => string,
): Pick<PageOf<R>['pageInfo'], 'startCursor' | 'endCursor'> {
  const [first] = nodes;
  return first === undefined
    ? { startCursor: null, endCursor: null }
    : { startCursor: cursorOf(first), endCursor: cursorOf(nodes.at(-1) as R) };
}
