import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import type { CalendarProvider } from '../../../entities/calendars/calendar-connection.entity.ts';
import { CalendarFailure, type CalendarChannel } from '../../adapters/calendars/port.ts';
import { fingerprint, newId, newSecret } from '../../kernel/ids.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import type { Config } from '../../platform/config.ts';
import { withCredentials, type Reaching } from '../connections/with-credentials.ts';

type Renewing = Reaching & Pick<AppContext, 'db' | 'log' | 'config'>;

const dayMs = 24 * 3_600_000;
const mostAtOnce = 500;

/**
 * Asks the providers that push to push on: channels cannot be extended, so the new one is there before the old one is stopped. Where it
 * fails, polling goes on.
 */
export async function renewChannels(ctx: Renewing): Promise<void> {
  // Providers push to public addresses only.
  if (!ctx.config.publicUrl.startsWith('https:')) return;
  for (const calendar of await endingChannels(ctx.db, ctx.now)) {
    try {
      await renewChannel(ctx, calendar);
    } catch (error) {
      if (!(error instanceof CalendarFailure)) throw error;
      const { id: calendarId } = calendar;
      ctx.log.warn({ calendarId, kind: error.kind, code: error.code }, 'a channel was not renewed');
    }
  }
}

const endingChannels = (db: Db, now: Date) =>
  db
    .selectFrom('connected_calendar as calendar')
    .innerJoin('calendar_connection as connection', 'connection.id', 'calendar.connection_id')
    .select(['calendar.id', 'calendar.external_id as externalId', 'calendar.time_zone as timeZone'])
    .select(['calendar.channel_id as channelId', 'calendar.channel_resource as channelResource'])
    .select(['connection.id as connectionId', 'connection.provider'])
    .where('connection.status', '=', 'CONNECTED')
    .where('connection.provider', 'in', ['GOOGLE', 'MICROSOFT'])
    .where('calendar.gone_at', 'is', null)
    .where((eb) => eb.or([eb('calendar.blocks', '=', true), eb('calendar.receives_bookings', '=', true)]))
    .where((eb) =>
      eb.or([
        eb('calendar.channel_expires_at', 'is', null),
        eb('calendar.channel_expires_at', '<', new Date(now.getTime() + dayMs)),
      ]),
    )
    .orderBy('calendar.id')
    .limit(mostAtOnce)
    .execute();

type EndingChannel = Awaited<ReturnType<typeof endingChannels>>[number];

/** Where a provider pushes to. */
export const pushUrl = ({ publicUrl }: Pick<Config, 'publicUrl'>, provider: CalendarProvider): string =>
  `${publicUrl}/webhooks/${provider.toLowerCase()}-calendar`;

async function renewChannel(ctx: Renewing, calendar: EndingChannel): Promise<void> {
  const { id: calendarId, channelId, channelResource: resource } = calendar;
  const token = newSecret();
  await withCredentials(ctx, calendar.connectionId, async ({ connector: { pusher }, credentials }) => {
    if (pusher === undefined) return;
    const wanted = { id: newId(), token, url: pushUrl(ctx.config, calendar.provider) };
    const channel = await pusher.watch(credentials, calendar, wanted);
    await ctx.run(keepChannel, { calendarId, channel, tokenHash: fingerprint(token) });
    if (channelId !== null) await pusher.unwatch(credentials, { id: channelId, resource });
  });
}

interface OpenedChannel {
  readonly calendarId: string;
  readonly channel: CalendarChannel;
  readonly tokenHash: string;
}

/** Without a new version of its row: what is being read of the calendar meanwhile stays good. */
async function keepChannel({ em }: Tx<'em'>, { calendarId, channel, tokenHash }: OpenedChannel): Promise<void> {
  await em.nativeUpdate(
    ConnectedCalendar,
    { id: calendarId },
    {
      ...{ channelId: channel.id, channelResource: channel.resource },
      ...{ channelTokenHash: tokenHash, channelExpiresAt: channel.expiresAt },
    },
  );
}
