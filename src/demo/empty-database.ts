import { sql } from 'kysely';
import { personalColumns } from '../entities/tables.ts';
import type { Db, Tx } from '../services/platform/context.ts';
import { writing } from '../services/platform/orm/values.ts';

/** What belongs to the installation: its audit log, its processes, and the numbers that caches and live events go by. */
const kept: ReadonlySet<string> = new Set([
  'audit_entry',
  'audit_head',
  'audit_count',
  'audit_count_end',
  'audit_checkpoint',
  'audit_segment',
  'audit_subject',
  'live_stream',
  'running_process',
  'schedule_run',
]);

/** Sealed stretches of the audit log are files, under keys of their own. */
const filesOfSegments = sql`select file_id from audit_segment where file_id is not null`;
const spared: Readonly<Record<string, ReturnType<typeof sql>>> = {
  stored_file: sql`id not in (${filesOfSegments})`,
  data_key: sql`file_id not in (${filesOfSegments})`,
};

const emptied = Object.keys(personalColumns).filter((table) => !kept.has(table) && !Object.hasOwn(spared, table));

/**
 * Deletes every row but those. What is issued is never deleted otherwise: on SQLite the guards are put down and up again in the
 * transaction; on MySQL they do not watch a truncation, which commits by itself.
 */
export async function emptyDatabase({ em, now }: Tx<'em' | 'now'>): Promise<void> {
  const { db, dialect } = writing(em);
  if (dialect === 'sqlite') await emptySqlite(db);
  else await emptyMysql(db);
  await db
    .updateTable('audit_subject')
    .set({ key_id: null, forgotten_at: now })
    .where('forgotten_at', 'is', null)
    .execute();
}

async function deleteUnspared(db: Db): Promise<void> {
  for (const [table, condition] of Object.entries(spared))
    await sql`delete from ${sql.table(table)} where ${condition}`.execute(db);
}

async function emptySqlite(db: Db): Promise<void> {
  const { rows: guards } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_schema where type = 'trigger'`.execute(db);
  await sql`pragma defer_foreign_keys = on`.execute(db);
  for (const { name } of guards) await sql`drop trigger ${sql.id(name)}`.execute(db);
  for (const table of emptied) await sql`delete from ${sql.table(table)}`.execute(db);
  await deleteUnspared(db);
  for (const guard of guards) await sql.raw(guard.sql).execute(db);
}

async function emptyMysql(db: Db): Promise<void> {
  await sql`set foreign_key_checks = 0`.execute(db);
  try {
    for (const table of emptied) await sql`truncate table ${sql.table(table)}`.execute(db);
    await deleteUnspared(db);
  } finally {
    await sql`set foreign_key_checks = 1`.execute(db);
  }
}
