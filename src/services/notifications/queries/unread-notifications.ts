import type { NotificationType } from '../../../entities/notifications/notification.entity.ts';
import { personOf } from '../../access/actor.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

export interface UnreadOfType {
  readonly type: NotificationType;
  readonly count: number;
}

/** How many unread notifications somebody has of each type: neither deleted nor expired, as in the list and in the whole count. */
export async function countUnreadByType({ db, actor, now }: ReadContext): Promise<UnreadOfType[]> {
  const rows = await db
    .selectFrom('notification')
    .select((eb) => ['type', eb.fn.countAll().as('count')])
    .where('user_id', '=', personOf(actor))
    .where('deleted_at', 'is', null)
    .where('read_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .groupBy('type')
    .orderBy('type')
    .execute();
  return rows.map(({ type, count }) => ({ type, count: numberFrom(count) }));
}
