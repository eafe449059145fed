import type { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { changeExternalTime } from '../../scheduling/index.ts';
import { reviewOverlaps } from '../conflicts/review-overlaps.ts';

type Clearing = Tx<'em' | 'now' | 'emit' | 'publish'>;

/** A calendar takes no time any more; what another one has of it stays taken. */
export async function clearCalendar(
  tx: Clearing,
  { id }: Pick<ConnectedCalendar, 'id'>,
  artisan: Pick<Artisan, 'id' | 'timeZone'>,
): Promise<void> {
  const { db } = writing(tx.em);
  const blocks = await db.selectFrom('busy_block').select('id').where('calendar_id', '=', id).execute();
  const gone = blocks.map((block) => block.id);
  await changeExternalTime(tx, { artisanId: artisan.id, timeZone: artisan.timeZone, gone, added: [] });
  await db.deleteFrom('busy_block').where('calendar_id', '=', id).execute();
  await reviewOverlaps(tx, { artisanId: artisan.id, calendarId: id });
}
