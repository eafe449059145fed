import { sql } from 'kysely';
import { personalColumns } from '../../../src/entities/tables.ts';
import type { Db } from '../../../src/services/platform/context.ts';

/** The tables of which some row holds this word, in any column, in alphabetical order. */
export async function tablesHolding(db: Db, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of Object.keys(personalColumns)) {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db);
    if (JSON.stringify(rows).includes(word)) found.push(table);
  }
  return found.sort();
}

/** Personal columns that hold neither word anywhere: a test that plants canaries must explain each. */
export async function columnsWithout(
  db: Db,
  { word, keptWord }: { word: string; keptWord: string },
): Promise<string[]> {
  const found: string[] = [];
  for (const [table, columns] of Object.entries(personalColumns)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db);
    for (const [column, kind] of Object.entries(columns)) {
      const values = JSON.stringify(rows.map((row) => row[column]));
      if (kind !== 'none' && !values.includes(word) && !values.includes(keptWord)) found.push(`${table}.${column}`);
    }
  }
  return found.sort();
}
