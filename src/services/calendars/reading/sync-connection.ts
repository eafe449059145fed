import { LockMode } from '@mikro-orm/core';
import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { CalendarFailure } from '../../adapters/calendars/port.ts';
import type { AppContext, Db } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { syncConnectionTask } from '../calendar-jobs.ts';
import { seenLinks } from '../conflicts/own-events.ts';
import { loseCalendar } from '../connections/merge-calendars.ts';
import { withCredentials, type OpenedAccount, type Reaching } from '../connections/with-credentials.ts';
import { applyChanges, type ApplyingTx } from './apply-changes.ts';
import { noteFailure, noteSuccess } from './health.ts';
import { windowOf } from './window.ts';

type Syncing = Reaching & Pick<AppContext, 'db' | 'log' | 'measures'>;

/**
 * Reads the calendars of a connection: from the network first, then each in a transaction of its own. What fails is written down; the
 * next reading is due soon enough.
 */
export async function syncConnection(
  ctx: Syncing,
  { connectionId, isFull }: PayloadOf<typeof syncConnectionTask>,
): Promise<void> {
  const calendars = await calendarsToRead(ctx.db, connectionId);
  try {
    for (const calendar of calendars) await readCalendar(ctx, { ...calendar, connectionId, isFull });
    await ctx.run(noteSuccess, connectionId);
  } catch (error) {
    if (!(error instanceof CalendarFailure)) throw error;
    const [provider = 'NONE'] = calendars.map((calendar) => calendar.provider);
    ctx.measures.count('calendar_failures_total', { provider });
    ctx.log.warn({ connectionId, kind: error.kind, code: error.code }, 'a calendar was not read');
    await ctx.run(noteFailure, { connectionId, failure: error });
  }
}

/** Those that take time, and those where bookings are written: what becomes of our events is seen there. */
const calendarsToRead = (db: Db, connectionId: string) =>
  db
    .selectFrom('connected_calendar as calendar')
    .innerJoin('calendar_connection as connection', 'connection.id', 'calendar.connection_id')
    .innerJoin('artisan', 'artisan.id', 'connection.artisan_id')
    .select(['calendar.id', 'calendar.version', 'calendar.external_id as externalId', 'calendar.time_zone as timeZone'])
    .select([
      'calendar.sync_token as syncToken',
      'calendar.window_from as windowFrom',
      'calendar.window_to as windowTo',
    ])
    .select(['connection.provider', 'artisan.id as artisanId', 'artisan.time_zone as artisanZone'])
    .where('connection.id', '=', connectionId)
    .where('connection.status', '=', 'CONNECTED')
    .where('calendar.gone_at', 'is', null)
    .where((eb) => eb.or([eb('calendar.blocks', '=', true), eb('calendar.receives_bookings', '=', true)]))
    .orderBy('calendar.id')
    .execute();

type CalendarToRead = Awaited<ReturnType<typeof calendarsToRead>>[number] & PayloadOf<typeof syncConnectionTask>;

async function readCalendar(ctx: Syncing, calendar: CalendarToRead): Promise<void> {
  const { id: calendarId, version, connectionId } = calendar;
  const links = await seenLinks(ctx.db, calendarId, ctx.now);
  const since = await whereToGoOn(ctx, calendar);
  const read = ({ connector, credentials }: OpenedAccount) => connector.changes(credentials, calendar, since);
  try {
    const changes = await withCredentials(ctx, connectionId, read);
    await ctx.run(applyChanges, { calendarId, version, window: since.window, changes, links });
  } catch (error) {
    if (!(error instanceof CalendarFailure) || error.kind !== 'GONE') throw error;
    await ctx.run(leaveCalendar, calendarId);
  }
}

/** After the token, in the window that it is of; without one everything, in a window that begins now. */
async function whereToGoOn(ctx: Syncing, { isFull, syncToken, windowFrom, windowTo, ...calendar }: CalendarToRead) {
  if (!isFull && syncToken !== null && windowFrom !== null && windowTo !== null)
    return { syncToken, window: { from: instantFrom(windowFrom), to: instantFrom(windowTo) } };
  const { artisanId, artisanZone: timeZone } = calendar;
  return { syncToken: null, window: await windowOf(ctx.db, { artisanId, timeZone, now: ctx.now }) };
}

async function leaveCalendar(tx: ApplyingTx, id: string): Promise<void> {
  const calendar = await tx.em.findOne(ConnectedCalendar, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (calendar === null || calendar.goneAt !== null) return;
  const connection = await tx.em.findOneOrFail(CalendarConnection, { id: calendar.connection.id });
  const artisan = await tx.em.findOneOrFail(Artisan, { id: connection.artisan.id });
  await loseCalendar(tx, calendar, artisan);
}
