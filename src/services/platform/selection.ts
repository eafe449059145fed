/** The fields that the caller selected, so that a read query loads no more. Read from the request by the resolvers. */
export interface Selection {
  /** Was this field selected? A path such as `nodes.customer`; `edges.node` and `nodes` are different paths. */
  has(path: string): boolean;
}

/**
 * The selection of an object wherever the response holds it: in a page's `nodes` and `edges.node`, or as a part of
 * another object.
 */
export function selectionWithin(selection: Selection, ...prefixes: string[]): Selection {
  const known = within.get(selection) ?? new Map<string, Selection>();
  within.set(selection, known);
  const place = prefixes.join();
  const found = known.get(place) ?? remembered((path) => prefixes.some((prefix) => selection.has(`${prefix}.${path}`)));
  known.set(place, found);
  return found;
}

/** The selections within one that several requests share: what is asked of them is asked once. */
const within = new WeakMap<Selection, Map<string, Selection>>();

/** Those who ask name the fields that they know of: there are not many. */
function remembered(has: Selection['has']): Selection {
  const known = new Map<string, boolean>();
  return {
    has: (path) => {
      const answer = known.get(path) ?? has(path);
      known.set(path, answer);
      return answer;
    },
  };
}

/** For callers that read all fields. */
export const everything: Selection = { has: () => true };

/** The columns to read, each once: those that rules and keys need, and those of each selected field. */
export function columnsOf<A extends string, C extends string>(
  asked: Selection,
  always: readonly A[],
  fields: Readonly<Record<string, C>>,
): (A | C)[] {
  const columns = new Set<A | C>(always);
  for (const [field, column] of Object.entries(fields)) if (asked.has(field)) columns.add(column);
  return [...columns];
}
