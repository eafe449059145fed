import { expect } from '@jest/globals';
import type { Db } from '../../src/services/platform/context.ts';
import type { Answered } from './ask.ts';

type Table = Parameters<Db['selectFrom']>[0] & string;

/** Sends something that is refused: its code and its fields. Fails when a row of these tables came or went meanwhile. */
export function refusedBy(db: Db, tables: readonly Table[]) {
  const counts = (): Promise<number[]> => Promise.all(tables.map((table) => countOf(db, table)));
  return async (send: () => Promise<Answered>): Promise<[string | undefined, string[] | undefined]> => {
    const before = await counts();
    const answer = await send();
    expect([answer.text.slice(0, 200), await counts()]).toEqual([expect.any(String), before]);
    const fields = answer.errors[0]?.extensions.details?.['fields'] as { path: string }[] | undefined;
    return [answer.code, fields?.map(({ path }) => path)];
  };
}

async function countOf(db: Db, table: Table): Promise<number> {
  const query = db.selectFrom(table as 'job').select(({ fn }) => fn.countAll().as('n'));
  return Number((await query.executeTakeFirstOrThrow()).n);
}
