/** Which fields the caller asked for, so that a read query loads no more. Read from the request by the resolvers. */
export interface Selection {
  /** Was this field asked for? A path such as `nodes.customer`; `edges.node` and `nodes` are told apart. */
  has(path: string): boolean;
}
