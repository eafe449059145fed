import { personOf } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import { timeZoneNamed } from '../../kernel/time-zone.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { myNotificationPreferences, type NotificationPreferences } from './my-notification-preferences.ts';

export interface QuietHoursInput {
  readonly from: string;
  readonly to: string;
  /** 1 for Monday to 7; every day unless given. */
  readonly weekdays?: readonly number[] | null | undefined;
  /** The application's unless given. */
  readonly timeZone?: string | null | undefined;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Sets the hours in which the signed-in person gets no mail that can wait; null for none. */
export async function setQuietHours(
  tx: Tx<'em' | 'actor' | 'config' | 'now'>,
  { quietHours }: { readonly quietHours?: QuietHoursInput | null | undefined },
): Promise<NotificationPreferences> {
  const userId = personOf(tx.actor);
  const { db } = writing(tx.em);
  await db.deleteFrom('quiet_hours').where('user_id', '=', userId).execute();
  if (quietHours) {
    const { from_time, to_time, weekdays, time_zone } = checked(quietHours, tx.config.TIME_ZONE);
    await db.insertInto('quiet_hours').values({ user_id: userId, from_time, to_time, weekdays, time_zone }).execute();
  }
  // What waits for hours that are no more leaves with the next look.
  else
    await db
      .updateTable('email_delivery')
      .set({ held_until: tx.now })
      .where('recipient_id', '=', userId)
      .where('status', '=', 'HELD')
      .where('held_for', '=', 'QUIET_HOURS')
      .execute();
  return myNotificationPreferences(tx, {});
}

function checked({ from, to, weekdays, timeZone }: QuietHoursInput, usualZone: string) {
  // Neither a whole day nor no time at all: either may be meant.
  if (from === to) throw fieldError('input.quietHours.to', 'differsFromBeginning');
  const days = [...new Set(weekdays ?? everyDay)].toSorted((a, b) => a - b);
  if (days.length === 0) throw fieldError('input.quietHours.weekdays', 'notEmpty');
  const zone = timeZoneNamed(timeZone ?? usualZone);
  if (zone === undefined) throw fieldError('input.quietHours.timeZone', 'timeZone');
  return { from_time: from, to_time: to, weekdays: days.join(''), time_zone: zone };
}
