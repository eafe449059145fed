import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import { CalendarFailure, type CalendarChannel } from '../../adapters/calendars/port.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { RetryLater } from '../../platform/jobs/index.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { leaveProviderTask } from '../calendar-jobs.ts';
import { destroyCredentials } from './credentials.ts';
import { withCredentials, type OpenedAccount, type Reaching } from './with-credentials.ts';

type Leaving = Reaching & Pick<AppContext, 'log'>;

/**
 * Asks the provider of an ended connection to stop its pushes and to forget us, then destroys what opened the account. Where it does not
 * answer it is asked again, until the next night; what it refuses it has forgotten already.
 */
export async function leaveProvider(
  ctx: Leaving,
  { connectionId, channels }: PayloadOf<typeof leaveProviderTask>,
): Promise<void> {
  const left = await ctx.run(findLeft, connectionId);
  if (left === null) return;
  try {
    await withCredentials(ctx, connectionId, async (account) => {
      for (const channel of channels) await stopChannel(account, channel);
      // Google forgets all that it gave for an account at once: another connection of it goes on.
      if (!left.isShared) await account.connector.oauth?.revoke(account.credentials);
    });
  } catch (error) {
    if (!(error instanceof CalendarFailure)) throw error;
    const { kind, code, retryAfterSeconds } = error;
    if (kind === 'UNREACHABLE' || kind === 'LIMITED')
      throw new RetryLater((retryAfterSeconds ?? 60) * 1_000, code, { cause: error });
    ctx.log.warn({ connectionId, kind, code }, 'a provider refused to be left');
  }
  await ctx.run(forgetAccount, connectionId);
}

async function stopChannel(
  { connector: { pusher }, credentials }: OpenedAccount,
  channel: Pick<CalendarChannel, 'id' | 'resource'>,
): Promise<void> {
  try {
    await pusher?.unwatch(credentials, channel);
  } catch (error) {
    if (!(error instanceof CalendarFailure && (error.kind === 'GONE' || error.kind === 'UNREADABLE'))) throw error;
  }
}

/** Null where nothing opens the account any more. */
async function findLeft({ em }: Tx<'em'>, id: string): Promise<{ readonly isShared: boolean } | null> {
  const connection = await em.findOne(CalendarConnection, { id, status: 'DISCONNECTED', credentials: { $ne: null } });
  if (connection === null) return null;
  const { provider, account } = connection;
  const others = await em.count(CalendarConnection, { provider, account, status: { $ne: 'DISCONNECTED' } });
  return { isShared: others > 0 };
}

/** Of a connection of which no busy time is kept, nothing stays. */
export async function forgetAccount({ em }: Tx<'em'>, id: string): Promise<void> {
  const connection = await em.findOne(CalendarConnection, { id, status: 'DISCONNECTED' });
  if (connection === null) return;
  await destroyCredentials({ em }, connection);
  await em.flush();
  if ((await em.count(ConnectedCalendar, { connection: id })) === 0) await em.nativeDelete(CalendarConnection, { id });
}
