import { sql, type Compilable } from 'kysely';
import type { World } from './world.ts';
import { engine } from './database.ts';

/** How the database would answer a statement, line by line. */
export async function planOf({ db }: Pick<World, 'db'>, query: Compilable): Promise<string[]> {
  const { sql: text, parameters } = query.compile();
  const parts = text
    .split('?')
    .map((part, i) => sql`${sql.raw(part)}${i < parameters.length ? sql`${parameters[i]}` : sql``}`);
  const explain = sql.raw(engine === 'sqlite' ? 'explain query plan ' : 'explain ');
  const { rows } = await sql`${explain}${sql.join(parts, sql``)}`.execute(db);
  return rows.map((row) => JSON.stringify(row));
}
