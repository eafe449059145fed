import { expectedSchemas } from '../../../../migrations/expected-schema.generated.ts';
import { OperatorError } from '../../startup/operator-error.ts';
import type { Dialect, Orm } from '../orm.ts';
import { differences, unknownMigrations } from './compare.ts';
import { listMySql } from './list-mysql.ts';
import { listSqlite } from './list-sqlite.ts';
import type { Listing } from './listing.ts';

/** More would not be read. */
const shownDifferences = 12;

/** The schema of an open database, written as the expected one is. */
export function listSchema(orm: Orm, dialect: Dialect): Promise<Listing> {
  const connection = orm.em.getDriver().getConnection('write');
  const ask = (sql: string): Promise<unknown> => connection.execute(sql, [], 'all');
  return dialect === 'sqlite' ? listSqlite(ask) : listMySql(ask);
}

/** Refuses a database that a newer release has migrated: this release does not know what changed. */
export async function assertKnownMigrations(orm: Orm, dialect: Dialect): Promise<void> {
  const executed = (await orm.migrator.getExecuted()).map(({ name }) => name);
  const unknown = unknownMigrations(expectedSchemas[dialect], executed);
  if (unknown.length === 0) return;
  throw new OperatorError(
    `The database was migrated by a newer release (${unknown.join(', ')}), which this one does not know. Start that release, or restore the backup made before it.`,
  );
}

/** Refuses a database whose schema is not the one that the migrations make: it would fail later, during a request. */
export async function assertExpectedSchema(orm: Orm, dialect: Dialect): Promise<void> {
  const found = differences(expectedSchemas[dialect].tables, await listSchema(orm, dialect));
  if (found.length === 0) return;
  const more = found.length > shownDifferences ? [`  … and ${found.length - shownDifferences} more`] : [];
  throw new OperatorError(
    [
      'The schema of the database is not the one that this release expects, although every migration is recorded in it:',
      ...found.slice(0, shownDifferences).map((sentence) => `  ${sentence}`),
      ...more,
      'It was made by an earlier state of a migration, or changed by hand. Restore a backup, start the release that made it, or change it back.',
    ].join('\n'),
  );
}
