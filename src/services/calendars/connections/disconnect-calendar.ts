import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { leaveProviderTask } from '../calendar-jobs.ts';
import { connectionStates } from '../calendar-connection.states.ts';
import { calendarDisconnected } from '../events.ts';
import { clearCalendar } from '../reading/clear-calendar.ts';
import { noteReadings } from '../reading/note-readings.ts';
import { destroyCredentials } from './credentials.ts';
import { loadConnection } from './load-connection.ts';
import { signsInByBrowser } from './outside.ts';

export interface DisconnectCalendar {
  readonly connectionId: string;
  /** Does the busy time that is known stay? */
  readonly keepsBusyTime: boolean;
}

type Ending = Tx<'em' | 'now' | 'actor' | 'record' | 'emit' | 'publish' | 'enqueue'>;

/**
 * Ends a connection: nothing is read or written any more, and its busy time goes, or stays as it is known. A password or an address is
 * destroyed at once; tokens as soon as their provider has been asked to forget them. Error: NOT_FOUND.
 */
export async function disconnectCalendar(tx: Ending, input: DisconnectCalendar): Promise<void> {
  const { connectionId, keepsBusyTime } = input;
  const { connection, artisan } = await loadConnection(tx, connectionId);
  const calendars = await tx.em.find(ConnectedCalendar, { connection: connectionId });
  transition(connectionStates, connection, 'disconnect');
  connection.disconnectedAt = tx.now;
  if (signsInByBrowser(connection.provider)) leave(tx, connection, calendars);
  else await destroyCredentials(tx, connection);
  for (const calendar of calendars) close(calendar);
  tx.record({
    ...{ action: 'CALENDAR_DISCONNECTED', targetType: 'calendar', targetId: connectionId },
    payload: { artisanId: artisan.id, provider: connection.provider, keepsBusyTime },
  });
  tx.emit(calendarDisconnected, { connectionId, artisanId: artisan.id });
  await tx.em.flush();
  if (!keepsBusyTime) {
    for (const calendar of calendars) await clearCalendar(tx, calendar, artisan);
    await tx.em.nativeDelete(ConnectedCalendar, { connection: connectionId });
    if (connection.credentials === null) await tx.em.nativeDelete(CalendarConnection, { id: connectionId });
  }
  await noteReadings(tx, artisan.id);
}

function leave(
  { enqueue }: Pick<Ending, 'enqueue'>,
  { id: connectionId }: CalendarConnection,
  calendars: readonly ConnectedCalendar[],
): void {
  const channels = calendars.flatMap(({ channelId: id, channelResource: resource }) =>
    id === null ? [] : [{ id, resource }],
  );
  enqueue(leaveProviderTask, { connectionId, channels });
}

const close = (calendar: ConnectedCalendar): void =>
  void Object.assign(calendar, {
    ...{ receivesBookings: false, syncToken: null, channelId: null, channelResource: null },
    ...{ channelExpiresAt: null, channelTokenHash: null },
  });
