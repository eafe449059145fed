import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Tables } from '../../entities/index.ts';
import type { RetentionAction, RetentionClassName, RetentionGround } from '../kernel/retention.ts';
import { unheld } from './legal-holds.ts';
import { instantFrom, writing } from './orm/values.ts';
import type { Db, TransactionContext, AppContext } from './context.ts';

const dayMs = 86_400_000;

/** A class of records of one table, and how long they are kept. Admins choose the period within its bounds. */
export interface RetentionClass {
  readonly name: RetentionClassName;
  readonly table: keyof Tables & string;
  /** The primary-key column; default `id`. */
  readonly key?: string;
  /** Days: the default, and the bounds of what may be chosen. */
  readonly days: { readonly usual: number; readonly least: number; readonly most: number };
  readonly ground: RetentionGround;
  readonly action: RetentionAction;
  /** Records unless said. Accounts follow everything that is theirs; the audit log is last, because it may find something wrong. */
  readonly phase?: RetentionPhase;
  /** When the period of a row began; without a value it has not begun, and the row stays. */
  readonly since: RawBuilder<unknown>;
  /** Which rows belong to the class; default all. Must not depend on what another class removes in the same run. */
  readonly among?: RawBuilder<SqlBool>;
  /** Disposes of the rows, in the transaction of a batch; deletes them by default. */
  readonly apply?: (tx: TransactionContext, ids: readonly string[]) => Promise<void>;
  /** Called before each batch, outside any transaction: throws when a precondition is not met. */
  readonly check?: (ctx: AppContext, ids: readonly string[]) => Promise<void>;
}

export const retentionPhases = ['RECORDS', 'ACCOUNTS', 'AUDIT_LOG'] as const;
export type RetentionPhase = (typeof retentionPhases)[number];

/** The order of a retention run: by phase, and within a phase in the order given. */
export const inRetentionOrder = (classes: readonly RetentionClass[]): RetentionClass[] =>
  retentionPhases.flatMap((phase) => classes.filter((each) => (each.phase ?? 'RECORDS') === phase));

/** A row whose period is over. */
export interface DueRow {
  readonly id: string;
  readonly since: Date;
}

/** The instant that a row's period must have begun before. */
export const limitOf = (asOf: Date, days: number): Date => new Date(asOf.getTime() - days * dayMs);

const due = ({ table, since, among }: RetentionClass, limit: Date): RawBuilder<unknown> =>
  sql`from ${sql.table(table)} where ${among ?? sql`1 = 1`} and ${since} < ${limit} and ${unheld(table)}`;

/** The one selection, of a run and of its preview: the oldest first, except what a legal hold keeps. */
export async function dueRows(
  db: Db,
  retained: RetentionClass,
  { limit, most }: { readonly limit: Date; readonly most: number },
): Promise<DueRow[]> {
  const key = sql.ref(`${retained.table}.${retained.key ?? 'id'}`);
  const { rows } = await sql<{
    id: string;
    since: unknown;
  }>`select ${key} as id, ${retained.since} as since ${due(retained, limit)} order by since, ${key} limit ${most}`.execute(
    db,
  );
  return rows.map(({ id, since }) => ({ id, since: instantFrom(since) }));
}

export async function countDue(db: Db, retained: RetentionClass, limit: Date): Promise<number> {
  const { rows } = await sql<{ n: unknown }>`select count(*) as n ${due(retained, limit)}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

/** Disposes of these rows as their class says. */
export async function applyTo(tx: TransactionContext, retained: RetentionClass, ids: readonly string[]): Promise<void> {
  if (retained.apply !== undefined) return retained.apply(tx, ids);
  const { table, key = 'id' } = retained;
  await sql`delete from ${sql.table(table)} where ${sql.ref(key)} in (${sql.join(ids)})`.execute(writing(tx.em).db);
}

/** The periods in force, in days: as chosen by the admins, else the defaults. */
export async function periodsOf(db: Db, classes: readonly RetentionClass[]): Promise<Record<string, number>> {
  const chosen = await db.selectFrom('retention_policy').select(['record_class', 'days']).execute();
  const usual = classes.map(({ name, days }) => [name, days.usual] as const);
  return Object.fromEntries([...usual, ...chosen.map(({ record_class, days }) => [record_class, days] as const)]);
}

export const periodOf = async (db: Db, retained: RetentionClass): Promise<number> =>
  (await periodsOf(db, [retained]))[retained.name] as number;

/**
 * Until when a record whose period began then is kept, by the period in force: the date on a receipt is the one that
 * the retention run uses.
 */
export const keptUntil = async (db: Db, retained: RetentionClass, since: Date): Promise<Date> =>
  new Date(since.getTime() + (await periodOf(db, retained)) * dayMs);
