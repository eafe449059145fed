import type { NotificationType } from '../../../entities/notifications/notification.entity.ts';
import type {
  NotificationChannel,
  NotificationMode,
} from '../../../entities/notifications/notification-preference.entity.ts';
import type { Db } from '../../platform/context.ts';
import type { QuietWindow } from './quiet-hours.policy.ts';

/** What somebody chose for a type and a channel; IMMEDIATE where they chose nothing. */
export type Wish = (type: NotificationType, channel: NotificationChannel) => NotificationMode;

/** People in one statement: far below both databases' limit of bound values. */
const chunkSize = 1_000;

/** What these people chose, by id: only those who chose something. */
export async function wishesOf(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, Wish>> {
  const chosen = new Map<string, Map<string, NotificationMode>>();
  const distinct = [...new Set(userIds)];
  for (let start = 0; start < distinct.length; start += chunkSize) {
    const rows = await db
      .selectFrom('notification_preference')
      .selectAll()
      .where('user_id', 'in', distinct.slice(start, start + chunkSize))
      .execute();
    for (const { user_id, type, channel, mode } of rows) {
      const own = chosen.get(user_id) ?? new Map<string, NotificationMode>();
      chosen.set(user_id, own.set(`${type} ${channel}`, mode));
    }
  }
  return new Map([...chosen].map(([id, own]) => [id, (type, channel) => own.get(`${type} ${channel}`) ?? 'IMMEDIATE']));
}

/** Without a row in `wishesOf`. */
export const everythingAtOnce: Wish = () => 'IMMEDIATE';

/** What one person chose for the mails of a type. */
export const mailModeOf = async (db: Db, userId: string, type: NotificationType): Promise<NotificationMode> =>
  (await wishesOf(db, [userId])).get(userId)?.(type, 'EMAIL') ?? 'IMMEDIATE';

/** The quiet hours of these people, by id: only of those who have some. */
export async function quietWindowsOf(db: Db, userIds: readonly string[]): Promise<ReadonlyMap<string, QuietWindow>> {
  const windows = new Map<string, QuietWindow>();
  for (let start = 0; start < userIds.length; start += chunkSize) {
    const rows = await db
      .selectFrom('quiet_hours')
      .selectAll()
      .where('user_id', 'in', userIds.slice(start, start + chunkSize))
      .execute();
    for (const row of rows)
      windows.set(row.user_id, {
        from: row.from_time,
        to: row.to_time,
        weekdays: [...row.weekdays].map(Number),
        timeZone: row.time_zone,
      });
  }
  return windows;
}
