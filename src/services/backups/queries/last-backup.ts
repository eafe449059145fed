import type { ReadContext } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';

/** When the newest backup that can be restored was finished; null before the first one. */
export async function lastBackupAt({ db }: Pick<ReadContext, 'db'>): Promise<Date | null> {
  const row = await db
    .selectFrom('backup')
    .select(({ fn }) => fn.max('finished_at').as('at'))
    .where('status', '=', 'COMPLETE')
    .executeTakeFirst();
  return row?.at ? instantFrom(row.at) : null;
}
