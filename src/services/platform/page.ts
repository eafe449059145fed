/** A value that is computed only when the response selects it. */
export type Lazily<T> = () => Promise<T>;

/** The arguments of a page: forwards by `first` and `after`, backwards by `last` and `before`. */
export interface PageRequest {
  /** 1 to 100. Ignored where `last` is given. */
  readonly first: number;
  readonly after?: string | null | undefined;
  /** 1 to 100: so many from the end, or before `before`. */
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** How a list is requested: a page, in an order. */
export interface ListRequest<N extends string> extends PageRequest {
  readonly orderBy?: N | null | undefined;
}

/** The same of a list that can be searched. */
export interface SearchRequest<N extends string> extends ListRequest<N> {
  readonly search?: string | null | undefined;
}

/** A page of rows by keyset. */
export interface PageOf<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean | Lazily<boolean>;
    readonly hasPreviousPage: boolean | Lazily<boolean>;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** How many rows the list has on all pages; null where they would have to be read to be counted. */
  readonly totalCount: Lazily<number | null>;
}
