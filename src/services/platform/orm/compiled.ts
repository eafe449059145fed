import { CompiledQuery, type Compilable, type DialectAdapter } from 'kysely';
import type { Db } from '../context.ts';
import { readDirectly } from './direct-reads.ts';

const mostTexts = 2_000;

/** The texts of statements by the key of their shape, one set for each kind of database. */
const texts = new WeakMap<DialectAdapter, Map<string, string>>();

function textsOf(db: Db): Map<string, string> {
  const { adapter } = db.getExecutor();
  const known = texts.get(adapter) ?? new Map<string, string>();
  texts.set(adapter, known);
  return known;
}

/** A statement that is executed often: `make` writes it with Kysely, once for each key. */
export interface CompiledOnce {
  /** Equal keys mean equal texts: it names the statement, and whatever its text depends on. */
  readonly key: string;
  /** The values in the order in which the text has them. */
  readonly values: readonly unknown[];
  readonly make: () => Compilable;
}

/** The row that a query of Kysely's gives. */
export type RowOf<Make extends () => { execute(): Promise<unknown[]> }> = Awaited<
  ReturnType<ReturnType<Make>['execute']>
>[number];

/** The rows of a statement. Building and compiling it costs more than executing it does: it is done once. */
export async function runCompiled<R>(db: Db, { key, values, make }: CompiledOnce): Promise<R[]> {
  const known = textsOf(db);
  const text = known.get(key) ?? compiled(key, values, make);
  known.set(key, text);
  // Keys that say what was selected, and how many rows are looked for, are as many as callers think of.
  if (known.size > mostTexts) known.delete(known.keys().next().value as string);
  // Within a transaction the connection is its own.
  const rows = db.isTransaction ? undefined : readDirectly(db.getExecutor().adapter, text, values);
  return (
    (rows as R[] | Promise<R[]> | undefined) ?? (await db.executeQuery<R>(CompiledQuery.raw(text, [...values]))).rows
  );
}

/** Inserts rows that have the same columns in the same order. `make` adds to the insert what else it says. */
export const insertCompiled = <R>(
  db: Db,
  table: string,
  { rows, make }: { readonly rows: readonly object[]; readonly make: () => Compilable },
): Promise<R[]> =>
  runCompiled<R>(db, {
    key: `insert ${table} ${rows.length}`,
    values: rows.flatMap((row) => Object.values(row) as unknown[]),
    make,
  });

/** A key that means two texts, or values in another order, would write nonsense: the first use of each key is checked. */
function compiled(key: string, values: readonly unknown[], make: () => Compilable): string {
  const { sql, parameters } = make().compile();
  if (parameters.length !== values.length || parameters.some((value, at) => value !== values[at]))
    throw new Error(`The statement "${key}" is not given the values of its text, in their order`);
  return sql;
}
