import type { SelectQueryBuilder, StringReference } from 'kysely';
import { z } from 'zod';

/** A stretch of time; an end that is absent is open. */
export interface Period {
  /** At this instant or later. */
  readonly from?: Date | null | undefined;
  /** Before this instant. */
  readonly to?: Date | null | undefined;
}

/** The rows whose columns are what a filter says, by the names of its fields. What it leaves out does not matter. */
export function matching<DB, TB extends keyof DB, O, Name extends string>(
  query: SelectQueryBuilder<DB, TB, O>,
  columns: Readonly<Record<Name, StringReference<DB, TB>>>,
  filter: Readonly<Partial<Record<NoInfer<Name>, unknown>>>,
): SelectQueryBuilder<DB, TB, O> {
  let chosen = query;
  for (const name of Object.keys(columns) as Name[])
    if (filter[name]) chosen = chosen.where(columns[name], '=', filter[name] as never);
  return chosen;
}

/** The rows whose instant is within a period. */
export function within<DB, TB extends keyof DB, O>(
  query: SelectQueryBuilder<DB, TB, O>,
  column: StringReference<DB, TB>,
  { from, to }: Period,
): SelectQueryBuilder<DB, TB, O> {
  const begun = from ? query.where(column, '>=', from as never) : query;
  return to ? begun.where(column, '<', to as never) : begun;
}

/** What a filter says, as a JSON column keeps it: without what it leaves out, instants as texts. */
export const filterToKeep = (filter: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]: [string, unknown]) => [name, value instanceof Date ? value.toISOString() : value]),
  );

/** An instant of a kept filter, read back. */
export const keptInstant = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .nullish();
