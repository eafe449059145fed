/** Who asks, as far as limits are concerned. */
export type Audience = 'anonymous' | 'user' | 'admin';

/**
 * What one GraphQL document may ask for. Levels and counts are taken after fragments are expanded,
 * so that a fragment never buys more than the fields it stands for.
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
  /** Largest page, and the one assumed when none is asked for. */
  pageSize: 100,
  defaultPageSize: 20,
  /** Estimated objects, by audience. */
  cost: { anonymous: 500, user: 2_000, admin: 5_000 } satisfies Record<Audience, number>,
} as const;

/** What one request may consume while it runs. */
export const runLimits = {
  /** Objects that lists may hold, all lists of one answer together. */
  nodes: 10_000,
  /** Bytes of one answer (UTF-16 units are counted, which never exceeds the bytes). */
  responseLength: 5 * 1024 * 1024,
  wallMilliseconds: 10_000,
} as const;
