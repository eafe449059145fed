import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { changeExternalTime } from '../../scheduling/index.ts';

/** Busy time that is long over goes with what it took. */
export async function forgetBlocks(tx: Tx<'em' | 'now' | 'emit' | 'publish'>, ids: readonly string[]): Promise<void> {
  const { db } = writing(tx.em);
  const blocks = await db
    .selectFrom('busy_block')
    .innerJoin('artisan', 'artisan.id', 'busy_block.artisan_id')
    .select(['busy_block.id', 'artisan.id as artisanId', 'artisan.time_zone as timeZone'])
    .where('busy_block.id', 'in', ids)
    .execute();
  for (const [artisanId, theirs] of Map.groupBy(blocks, (block) => block.artisanId)) {
    const timeZone = theirs[0]?.timeZone ?? 'UTC';
    await changeExternalTime(tx, { artisanId, timeZone, gone: theirs.map(({ id }) => id), added: [] });
  }
  await db.deleteFrom('busy_block').where('id', 'in', ids).execute();
}
