import type { ReadContext } from '../../platform/context.ts';

/** The calendars that these blocks of busy time are in, by their names. Whoever asks has seen the blocks. */
export async function calendarsOfBlocks(
  { db }: Pick<ReadContext, 'db'>,
  blockIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('busy_block')
    .innerJoin('connected_calendar as calendar', 'calendar.id', 'busy_block.calendar_id')
    .select(['busy_block.id', 'calendar.name'])
    .where('busy_block.id', 'in', blockIds)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
