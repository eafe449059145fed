import { sql, type SelectQueryBuilder } from 'kysely';
import type { Db } from '../context.ts';
import type { Dialect, EntityManager } from './orm.ts';

/**
 * Reads an instant as either database returns it: whole milliseconds (SQLite), 'YYYY-MM-DD HH:MM:SS.mmm' in UTC
 * (MySQL).
 */
export const instantFrom = (value: unknown): Date =>
  value instanceof Date
    ? value
    : typeof value === 'string'
      ? new Date(`${value.replace(' ', 'T')}Z`)
      : new Date(Number(value));

/** Reads JSON as either database returns it: text, or already parsed. */
export const jsonFrom = <T>(value: unknown): T => (typeof value === 'string' ? JSON.parse(value) : value) as T;

/** Binds JSON in a Kysely statement. (A `Date` binds as it is on both databases.) */
export const jsonText = <T>(value: T): T => JSON.stringify(value) as T;

/** A sum or count as a database returns it: a number, a big integer or text, depending on the driver. */
export const numberFrom = (value: unknown): number => Number(value ?? 0);

export const dialectOfManager = (em: EntityManager): Dialect =>
  em.getPlatform().constructor.name === 'EmbeddedPlatform' ? 'sqlite' : 'mysql';

/** The typed query builder bound to the unit of work's own transaction, and its dialect. */
export const writing = (em: EntityManager): { db: Db; dialect: Dialect } => ({
  db: em.getKysely() as unknown as Db,
  dialect: dialectOfManager(em),
});

/** Rows locked until the commit. The embedded database has one writer, which locks everything. */
export const heldForUpdate = <DB, T extends keyof DB, O>(
  query: SelectQueryBuilder<DB, T, O>,
  dialect: Dialect,
): SelectQueryBuilder<DB, T, O> => (dialect === 'mysql' ? query.forUpdate() : query);

/** A shared lock: other readers may lock the rows too, writers wait. (MariaDB knows the older syntax only.) */
export const heldInShare = <DB, T extends keyof DB, O>(
  query: SelectQueryBuilder<DB, T, O>,
  dialect: Dialect,
): SelectQueryBuilder<DB, T, O> => (dialect === 'mysql' ? query.modifyEnd(sql`lock in share mode`) : query);
