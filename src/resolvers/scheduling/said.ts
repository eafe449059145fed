/** The fields of an input that say something: null is nothing said, except where it empties what may be empty. */
export const said = (input: object, emptiable: ReadonlySet<string> = new Set()): object =>
  Object.fromEntries(
    Object.entries(input).filter(([field, value]) => value !== undefined && (value !== null || emptiable.has(field))),
  );
