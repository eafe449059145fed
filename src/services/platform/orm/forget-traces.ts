import { extname } from 'node:path';
import { sql, SqliteAdapter } from 'kysely';
import { Piscina } from 'piscina';
import type { Db } from '../context.ts';

const program = new URL(`./rewrite-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Rewrites the embedded database. `secure_delete` overwrites a row that is erased, not the copies of it that stand in the
 * gaps of pages since they were split or packed anew; the old pages also stand in the write-ahead log. On a thread of its
 * own: it takes about a second for 200 MB. `false` when somebody was writing: try again. MySQL purges its own logs.
 */
export async function forgetTraces(db: Db): Promise<boolean> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return true;
  const {
    rows: [main],
  } = await sql<{ file: string }>`pragma database_list`.execute(db);
  const thread = new Piscina<string, boolean>({ filename: program.href, minThreads: 0, maxThreads: 1 });
  try {
    return await thread.run(main?.file ?? '');
  } finally {
    await thread.destroy();
  }
}
