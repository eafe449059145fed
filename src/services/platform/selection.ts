/** The fields that the caller selected, so that a read query loads no more. Read from the request by the resolvers. */
export interface Selection {
  /** Was this field selected? A path such as `nodes.customer`; `edges.node` and `nodes` are different paths. */
  has(path: string): boolean;
}

/**
 * The selection of an object wherever the response holds it: in a page's `nodes` and `edges.node`, or as a part of
 * another object.
 */
export const selectionWithin = (selection: Selection, ...prefixes: string[]): Selection => ({
  has: (path) => prefixes.some((prefix) => selection.has(`${prefix}.${path}`)),
});

/** For callers that read all fields. */
export const everything: Selection = { has: () => true };

/** The columns to read: those that rules and keys need, and those of each selected field. */
export function columnsOf<A extends string, C extends string>(
  asked: Selection,
  always: readonly A[],
  fields: Readonly<Record<string, C>>,
): (A | C)[] {
  const columns: (A | C)[] = [...always];
  for (const [field, column] of Object.entries(fields)) if (asked.has(field)) columns.push(column);
  return columns;
}
