import { extname } from 'node:path';
import { sql, SqliteAdapter } from 'kysely';
import type { Db } from '../context.ts';

const program = new URL(`./rewrite-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Rewrites the embedded database. `secure_delete` overwrites an erased row, but not the copies of it that remain in
 * unused parts of pages after a split, nor the old pages in the write-ahead log. Runs on its own thread: it takes about
 * a second for 200 MB. `false` when a writer was active: try again. MySQL purges its own logs.
 */
export async function forgetTraces(db: Db): Promise<boolean> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return true;
  const {
    rows: [main],
  } = await sql<{ file: string }>`pragma database_list`.execute(db);
  const { Piscina } = await import('piscina');
  const thread = new Piscina<string, boolean>({ filename: program.href, minThreads: 0, maxThreads: 1 });
  try {
    return await thread.run(main?.file ?? '');
  } finally {
    await thread.destroy();
  }
}
