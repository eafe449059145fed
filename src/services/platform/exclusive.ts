import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { writing } from './orm/values.ts';
import type { Tx } from './context.ts';

/** Few rows, and none that says for whom it was: two names may share one, and then wait for each other. */
const rows = 1_024;
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * From here to the commit, nobody else does the same under this name: for a rule about rows that do not exist yet, which no lock of a
 * row can keep. SQLite has one writer anyway.
 */
export async function takeTurn({ em, now }: Tx<'em' | 'now'>, operation: string, name: string): Promise<void> {
  const { db, dialect } = writing(em);
  if (dialect === 'sqlite') return;
  const row = createHash('sha256').update(name).digest().readUInt32BE() % rows;
  const key = createHash('sha256').update(`turn:${operation}:${row}`).digest('hex');
  await db
    .insertInto('request_key')
    .values({ key_hash: key, content_hash: '', actor_id: nobody, operation, result_id: null, created_at: now })
    .onDuplicateKeyUpdate({ key_hash: sql`key_hash` })
    .execute();
}
