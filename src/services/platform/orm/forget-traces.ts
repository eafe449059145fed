import { sql, SqliteAdapter } from 'kysely';
import type { Db } from '../scope.ts';

/**
 * Empties the embedded database's write-ahead log, where the old pages of erased rows still stand (`secure_delete` has
 * overwritten them in the database itself). `false` when somebody was writing: try again. MySQL purges its own logs.
 */
export async function forgetTraces(db: Db): Promise<boolean> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return true;
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}
