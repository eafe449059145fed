import type { Db } from '../../platform/context.ts';

/** Does a backup copy now? What it found in its snapshot must stay until it is done; keys are destroyed at once all the same. */
export async function isCopying({ db }: { readonly db: Db }): Promise<boolean> {
  const running = await db
    .selectFrom('backup')
    .select('id')
    .where('status', '=', 'RUNNING')
    .limit(1)
    .executeTakeFirst();
  return running !== undefined;
}
