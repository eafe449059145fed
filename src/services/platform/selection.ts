/** Which fields the caller asked for, so that a read query loads no more. Read from the request by the resolvers. */
export interface Selection {
  /** Was this field asked for? A path such as `nodes.customer`; `edges.node` and `nodes` are told apart. */
  has(path: string): boolean;
}

/** The selection of an object wherever the caller's answer holds it: a page's `nodes` and `edges.node`, a part of something else. */
export const selectionWithin = (selection: Selection, ...prefixes: string[]): Selection => ({
  has: (path) => prefixes.some((prefix) => selection.has(`${prefix}.${path}`)),
});

/** For those who are shown something whole. */
export const everything: Selection = { has: () => true };

/** The columns to read: those that rules and keys need, and for each field that was asked for its own. */
export function columnsOf<A extends string, C extends string>(
  asked: Selection,
  always: readonly A[],
  fields: Readonly<Record<string, C>>,
): (A | C)[] {
  const columns: (A | C)[] = [...always];
  for (const [field, column] of Object.entries(fields)) if (asked.has(field)) columns.push(column);
  return columns;
}
