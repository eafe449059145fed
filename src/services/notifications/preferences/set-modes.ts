import type { NotificationType } from '../../../entities/notifications/notification.entity.ts';
import type {
  NotificationChannel,
  NotificationMode,
} from '../../../entities/notifications/notification-preference.entity.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';

/** What somebody wants of one type by one channel. */
export interface Mode {
  readonly type: NotificationType;
  readonly channel: NotificationChannel;
  readonly mode: NotificationMode;
}

/** Writes one choice; IMMEDIATE is what everybody has who chose nothing, and has no row. */
export async function setMode({ em }: Tx<'em'>, userId: string, { type, channel, mode }: Mode): Promise<void> {
  const { db } = writing(em);
  await db
    .deleteFrom('notification_preference')
    .where('user_id', '=', userId)
    .where('type', '=', type)
    .where('channel', '=', channel)
    .execute();
  if (mode !== 'IMMEDIATE')
    await db.insertInto('notification_preference').values({ user_id: userId, type, channel, mode }).execute();
}
