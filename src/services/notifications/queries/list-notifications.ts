import { sql, type Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { NotificationType, Priority } from '../../../entities/notifications/notification.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { matching } from '../../platform/filters.ts';
import { forcingIndex } from '../../platform/forcing-index.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';
import { notificationColumns, rowFrom, type NotificationRow } from './notification-row.ts';

export interface ListNotifications extends SearchRequest<SortOf<'NotificationSort'>> {
  /** Only those read, or only those unread. */
  readonly isRead?: boolean | null | undefined;
  readonly type?: NotificationType | null | undefined;
  readonly priority?: Priority | null | undefined;
}

type Sort = SortOf<'NotificationSort'>;

/** The index in whose order the visible ones are; where only read or unread ones are asked for, the database knows better. */
const indexOf = (orderBy: Sort): string =>
  orderBy === 'PRIORITY_DESC'
    ? 'notification_user_id_deleted_at_priority_rank_creat_3f846_index'
    : 'notification_user_id_deleted_at_created_at_id_index';

/** The visible notifications of one person: neither deleted nor expired. No expiry means never. */
const visibleNotificationsOf = ({ db, actor, now }: ReadContext, index: string | undefined) =>
  db
    .selectFrom(
      forcingIndex<Selectable<Tables['notification']>, 'notification'>(
        { table: 'notification', as: 'notification' },
        index,
      ),
    )
    .where('user_id', '=', personOf(actor))
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]));

type Listed = NotificationRow & { readonly priorityRank: number };

const rank = sortKey<Listed>('notification.priority_rank', 'number', (row) => row.priorityRank);
const createdAt = sortKey<Listed>('notification.created_at', 'instant', (row) => row.createdAt);
const id = sortKey<Listed>('notification.id', 'id', (row) => row.id);

const orders: Orders<Listed, Sort> = {
  PRIORITY_DESC: [{ ...rank.desc, isCoarse: true }, createdAt.desc, id.desc],
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

/** A page of a person's own notifications: by default the highest priority first, then the newest. */
export function listNotifications(
  ctx: ReadContext,
  { orderBy, search, isRead, type, priority, ...page }: ListNotifications,
): Promise<PageOf<NotificationRow>> {
  const isEither = isRead === null || isRead === undefined;
  const index = isEither ? indexOf(orderBy ?? 'PRIORITY_DESC') : undefined;
  const rows = (hint?: string) => {
    const visible = matching(visibleNotificationsOf(ctx, hint), { type: 'type', priority: 'priority' } as const, {
      type,
      priority,
    });
    return isEither ? visible : visible.where('read_at', isRead ? 'is not' : 'is', null);
  };
  return listPage({
    db: ctx.db,
    query: () => rows(index).select(notificationColumns),
    compiled: {
      key: `notifications ${orderBy} ${isRead} ${type ? 'type' : ''} ${priority ? 'priority' : ''}`,
      values: [personOf(ctx.actor), ctx.now, ...[type, priority].filter(Boolean)],
    },
    orders,
    orderBy: orderBy ?? 'PRIORITY_DESC',
    page,
    count: async () =>
      numberFrom(
        (
          await rows()
            .select(sql`count(*)`.as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      ),
    search: { text: search, within: ['notification.title', 'notification.message'] },
    shape: (rows) => rows.map((row) => ({ ...rowFrom(row), priorityRank: row.priorityRank })),
  });
}

/**
 * How many of them are unread: the count that is kept of those without an expiry, and those that expire later, which are few. One
 * statement.
 */
export async function countUnreadNotifications({ db, actor, now }: ReadContext): Promise<number> {
  const userId = personOf(actor);
  const make = () => {
    const kept = db.selectFrom('notification_count').select('unread as count').where('user_id', '=', userId);
    const expiring = db
      .selectFrom('notification')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('user_id', '=', userId)
      .where('deleted_at', 'is', null)
      .where('read_at', 'is', null)
      .where('expires_at', '>', now);
    return kept.unionAll(expiring);
  };
  const values = [userId, userId, now];
  const rows = await runCompiled<RowOf<typeof make>>(db, { key: 'unread notifications', values, make });
  return rows.reduce((sum, { count }) => sum + numberFrom(count), 0);
}

/** Notifications of many people at once, with their recipients: for sending each their own. */
export async function notificationsToPublish(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NotificationRow & { readonly userId: string }>> {
  const rows = await db
    .selectFrom('notification')
    .select([...notificationColumns, 'user_id as userId'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, rowFrom(row) as NotificationRow & { userId: string }]));
}
