import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { CalendarChannel, CalendarCredentials } from '../../adapters/calendars/port.ts';
import { transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { KeyRing } from '../../vault/index.ts';
import { connectionStates } from '../calendar-connection.states.ts';
import { calendarDisconnected } from '../events.ts';
import { clearCalendar } from '../reading/clear-calendar.ts';
import { destroyCredentials, openCredentials } from './credentials.ts';
import { loadConnection } from './load-connection.ts';

export interface DisconnectCalendar {
  readonly connectionId: string;
  /** Does the busy time that is known stay? */
  readonly keepsBusyTime: boolean;
}

type Disconnecting = Pick<AppContext, 'run' | 'vault' | 'calendars' | 'log'>;

/**
 * Ends a connection: what opens the account is destroyed at once, and its busy time goes, or stays as it is known. Then the provider is
 * asked to stop its pushes and to forget us, with what was read before; where it does not answer, that ends by itself. Error: NOT_FOUND.
 */
export async function disconnectCalendar(ctx: Disconnecting, input: DisconnectCalendar): Promise<void> {
  const left = await ctx.run(endConnection(ctx.vault.ring()), input);
  await leaveProvider(ctx, left);
}

interface LeftAccount extends Pick<CalendarConnection, 'id' | 'provider'> {
  readonly credentials: CalendarCredentials | null;
  readonly channels: readonly Pick<CalendarChannel, 'id' | 'resource'>[];
}

type EndingTx = Tx<'em' | 'now' | 'actor' | 'record' | 'emit' | 'publish'>;

const endConnection =
  (ring: KeyRing) =>
  async (tx: EndingTx, { connectionId, keepsBusyTime }: DisconnectCalendar): Promise<LeftAccount> => {
    const { connection, artisan } = await loadConnection(tx, connectionId);
    const { id, provider } = connection;
    const calendars = await tx.em.find(ConnectedCalendar, { connection: id });
    // What was altered, or sealed under a key that is gone, opens nothing: it is destroyed all the same.
    const credentials = await openCredentials(tx, connection, ring).catch(() => null);
    const channels = calendars.flatMap(({ channelId, channelResource: resource }) =>
      channelId === null ? [] : [{ id: channelId, resource }],
    );
    await destroyCredentials(tx, connection);
    transition(connectionStates, connection, 'disconnect');
    connection.disconnectedAt = tx.now;
    for (const calendar of calendars)
      Object.assign(calendar, {
        receivesBookings: false,
        syncToken: null,
        channelId: null,
        channelResource: null,
        channelExpiresAt: null,
        channelTokenHash: null,
      });
    tx.record({
      ...{ action: 'CALENDAR_DISCONNECTED', targetType: 'calendar', targetId: id },
      payload: { artisanId: artisan.id, provider, keepsBusyTime },
    });
    tx.emit(calendarDisconnected, { connectionId: id, artisanId: artisan.id });
    await tx.em.flush();
    if (!keepsBusyTime) await removeConnection(tx, { connection, artisan, calendars });
    return { id, provider, credentials, channels };
  };

interface Removing {
  readonly connection: CalendarConnection;
  readonly artisan: Artisan;
  readonly calendars: readonly ConnectedCalendar[];
}

/** With everything that is known of it. */
async function removeConnection(tx: EndingTx, { connection, artisan, calendars }: Removing): Promise<void> {
  for (const calendar of calendars) await clearCalendar(tx, calendar, artisan);
  await tx.em.flush();
  await tx.em.nativeDelete(CalendarConnection, { id: connection.id });
}

async function leaveProvider(
  { calendars, log }: Disconnecting,
  { id, provider, credentials, channels }: LeftAccount,
): Promise<void> {
  const connector = calendars[provider];
  if (connector === undefined || credentials === null) return;
  const { pusher, oauth } = connector;
  const steps = [
    ...(pusher === undefined ? [] : channels.map((channel) => pusher.unwatch(credentials, channel))),
    ...(oauth === undefined ? [] : [oauth.revoke(credentials)]),
  ];
  for (const step of await Promise.allSettled(steps))
    if (step.status === 'rejected')
      log.warn({ connectionId: id, error: step.reason as unknown }, 'a provider was not left');
}
