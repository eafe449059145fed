import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sql, SqliteAdapter } from 'kysely';
import type { Db } from '../scope.ts';

const program = new URL(`./rewrite-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Rewrites the embedded database. `secure_delete` overwrites a row that is erased, not the copies of it that stand in the
 * gaps of pages since they were split or packed anew; the old pages also stand in the write-ahead log. On a thread of its
 * own: it takes about a second for 200 MB. `false` when somebody was writing: try again. MySQL purges its own logs.
 */
export async function forgetTraces(db: Db): Promise<boolean> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return true;
  const { rows: [main] } = await sql<{ file: string }>`pragma database_list`.execute(db);
  const thread = new Worker(program, { name: 'rewriting', workerData: main?.file ?? '' });
  const [isDone] = (await once(thread, 'message')) as [boolean];
  await thread.terminate();
  return isDone;
}
