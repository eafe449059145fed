import type { DialectAdapter } from 'kysely';

export type Row = Record<string, unknown>;

/** What an adapter of ours can do: read without the way through Kysely to a connection and back, which costs as much as a read by its key. */
export interface ReadsDirectly {
  /** The rows of a query; undefined where the way is needed. */
  rowsOf(sql: string, values: readonly unknown[]): Row[] | Promise<Row[]> | undefined;
}

/** The adapters of both databases are ours. */
export const readDirectly = (
  adapter: DialectAdapter,
  sql: string,
  values: readonly unknown[],
): ReturnType<ReadsDirectly['rowsOf']> => (adapter as DialectAdapter & Partial<ReadsDirectly>).rowsOf?.(sql, values);
