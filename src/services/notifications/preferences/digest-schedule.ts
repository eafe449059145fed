import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { nextOn } from './quiet-hours.policy.ts';

/** When digests are sent, on the clock of their reader, unless they choose otherwise. */
export const usualDigestTime = '08:30';

interface Hour {
  readonly at: string;
  readonly timeZone: string;
}

/** The hour of a person's digest: their own, or the usual one in the application's zone. */
export async function digestHourOf(
  { em, config }: Tx<'em' | 'config'>,
  userId: string,
): Promise<Hour & { readonly isChosen: boolean }> {
  const row = await writing(em)
    .db.selectFrom('digest_schedule')
    .select(['at_time', 'time_zone'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row === undefined
    ? { at: usualDigestTime, timeZone: config.TIME_ZONE, isChosen: false }
    : { at: row.at_time, timeZone: row.time_zone, isChosen: true };
}

/** From now on a person's digests come at this hour; what is unread already is not news. */
export async function planDigest({ em, now }: Tx<'em' | 'now'>, userId: string, { at, timeZone }: Hour): Promise<void> {
  const { db } = writing(em);
  const next_at = nextOn(now, at, timeZone);
  const { numUpdatedRows } = await db
    .updateTable('digest_schedule')
    .set({ at_time: at, time_zone: timeZone, next_at })
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    await db
      .insertInto('digest_schedule')
      .values({ user_id: userId, at_time: at, time_zone: timeZone, next_at, gathered_until: now })
      .execute();
}
