/** The kind of caller, for limits. */
export type Audience = 'anonymous' | 'user' | 'admin';

/**
 * The limits of one GraphQL document. Levels and counts are measured after fragments are expanded, so that a fragment
 * never allows more than the fields it contains.
 */
export const documentLimits = {
  /** Lexical tokens, counted while parsing. */
  tokens: 1_000,
  /** Levels of fields below the operation. A connection costs two. */
  depth: 12,
  /** Lists inside lists. */
  listDepth: 4,
  aliases: 15,
  directives: 8,
  rootFields: 10,
  fragments: 20,
  fields: 1_000,
  /** The same response name written again in one selection set: comparing such fields is quadratic. */
  repeatedFields: 30,
  /** The same mutation in one request. */
  sameMutation: 3,
  /** Mutations that try a secret, all names together. */
  credentialMutations: 1,
  /** Largest page, and the one assumed when none is requested. */
  pageSize: 100,
  defaultPageSize: 20,
  /** Estimated objects, by audience. */
  cost: { anonymous: 500, user: 2_000, admin: 5_000 } satisfies Record<Audience, number>,
} as const;

/** What one request may consume while it runs. */
export const runLimits = {
  /** Objects in lists, over all lists of one response. */
  nodes: 10_000,
  /** Bytes of one response (UTF-16 units are counted, which never exceeds the bytes). */
  responseLength: 5 * 1024 * 1024,
  wallMilliseconds: 10_000,
} as const;
