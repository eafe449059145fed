import { personOf } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';
import { notificationColumns, rowFrom, type NotificationRow } from './notification-row.ts';

export interface ListNotifications extends SearchRequest<SortOf<'NotificationSort'>> {
  /** Only those read, or only those unread. */
  readonly isRead?: boolean | null | undefined;
}

/** The visible notifications of one person: neither deleted nor expired. No expiry means never. */
const visibleNotificationsOf = ({ db, actor, now }: ReadContext) =>
  db
    .selectFrom('notification')
    .where('user_id', '=', personOf(actor))
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]));

type Listed = NotificationRow & { readonly priorityRank: number };

const rank = sortKey<Listed>('notification.priority_rank', 'number', (row) => row.priorityRank);
const createdAt = sortKey<Listed>('notification.created_at', 'instant', (row) => row.createdAt);
const id = sortKey<Listed>('notification.id', 'id', (row) => row.id);

const orders: Orders<Listed, SortOf<'NotificationSort'>> = {
  PRIORITY_DESC: [rank.desc, createdAt.desc, id.desc],
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

/** A page of a person's own notifications: by default the highest priority first, then the newest. */
export function listNotifications(
  ctx: ReadContext,
  { orderBy, search, isRead, ...page }: ListNotifications,
): Promise<PageOf<NotificationRow>> {
  let query = visibleNotificationsOf(ctx).select(notificationColumns);
  if (isRead !== null && isRead !== undefined) query = query.where('read_at', isRead ? 'is not' : 'is', null);
  return listPage({
    db: ctx.db,
    query,
    orders,
    orderBy: orderBy ?? 'PRIORITY_DESC',
    page,
    search: { text: search, within: ['notification.title', 'notification.message'] },
    shape: (rows) => rows.map((row) => ({ ...rowFrom(row), priorityRank: row.priorityRank })),
  });
}

/** How many of them are unread: one statement, answered from an index. */
export async function countUnreadNotifications(ctx: ReadContext): Promise<number> {
  const { count } = await visibleNotificationsOf(ctx)
    .where('read_at', 'is', null)
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return numberFrom(count);
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
