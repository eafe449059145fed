import { sql } from 'kysely';
import { personalColumns } from '../../../src/entities/personal.ts';
import type { Db } from '../../../src/services/platform/scope.ts';

/** The tables of which some row holds this word, in any column, in alphabetical order. */
export async function tablesHolding(db: Db, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of Object.keys(personalColumns)) {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db);
    if (JSON.stringify(rows).includes(word)) found.push(table);
  }
  return found.sort();
}
