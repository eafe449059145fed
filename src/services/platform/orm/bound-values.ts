import type { AbstractSqlConnection } from '@mikro-orm/sql';
import { CompiledQuery } from 'kysely';

export type Execute = AbstractSqlConnection['execute'];

const isPlain = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value);

/** One mark for each value, and none that MikroORM would read as a name (`??`) or as itself (`\?`). */
const isBindable = (query: unknown, values: unknown): boolean =>
  typeof query === 'string' &&
  Array.isArray(values) &&
  values.length > 0 &&
  values.every(isPlain) &&
  !/\?\?|\\\?/.test(query) &&
  query.split('?').length === values.length + 1;

/**
 * A statement of MikroORM's with its values bound, where they are plain and it is of one of these kinds: MikroORM writes them into its text, so
 * that it would be prepared, or parsed, again each time.
 */
export const boundStatement = (
  [query, values]: Parameters<Execute>,
  { kinds, most = Infinity }: { readonly kinds: RegExp; readonly most?: number },
): CompiledQuery | undefined =>
  kinds.test(query as string) && isBindable(query, values) && (values as unknown[]).length <= most
    ? CompiledQuery.raw(
        query as string,
        (values as unknown[]).map((value) => value ?? null),
      )
    : undefined;
