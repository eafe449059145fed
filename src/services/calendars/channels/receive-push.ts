import { fingerprint } from '../../kernel/ids.ts';
import { safeEqual } from '../../kernel/safe-equal.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { syncConnectionTask } from '../calendar-jobs.ts';

/** What a provider pushed: that something changed, or that its channel will push no longer. What changed is read from the provider itself. */
export interface CalendarPush {
  readonly channelId: string;
  readonly token: string;
  readonly isEnding: boolean;
}

/** Pushes of so long are one reading, once the time is over: none comes too late for it. */
const slotMs = 10_000;

/**
 * Makes a calendar due. Whoever does not know the token of the channel, and channels that are not ours any longer, change nothing and learn
 * nothing: providers go on for a while after they were stopped.
 */
export async function receivePushes(
  { em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>,
  pushes: readonly CalendarPush[],
): Promise<void> {
  for (const push of pushes) {
    const known = await channelOf({ em }, push);
    if (known === undefined) continue;
    // The next look at channels, within the hour, makes a new one.
    if (push.isEnding) await endChannel({ em, now }, known.id);
    const slot = Math.floor(now.getTime() / slotMs) + 1;
    const { connectionId } = known;
    enqueue(
      syncConnectionTask,
      { connectionId, isFull: false },
      { runAt: new Date(slot * slotMs), dedupeKey: `calendar-push:${connectionId}:${slot}` },
    );
  }
}

async function channelOf({ em }: Tx<'em'>, { channelId, token }: CalendarPush) {
  const channel = await writing(em)
    .db.selectFrom('connected_calendar as calendar')
    .innerJoin('calendar_connection as connection', 'connection.id', 'calendar.connection_id')
    .select(['calendar.id', 'connection.id as connectionId', 'calendar.channel_token_hash as tokenHash'])
    .where('calendar.channel_id', '=', channelId)
    .where('connection.status', '=', 'CONNECTED')
    .executeTakeFirst();
  return channel !== undefined && safeEqual(channel.tokenHash ?? '', fingerprint(token)) ? channel : undefined;
}

/** Without a new version of its row: what is being read of the calendar meanwhile stays good. */
async function endChannel({ em, now }: Tx<'em' | 'now'>, calendarId: string): Promise<void> {
  await writing(em)
    .db.updateTable('connected_calendar')
    .set({ channel_expires_at: now })
    .where('id', '=', calendarId)
    .execute();
}
