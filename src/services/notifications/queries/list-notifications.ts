import { personOf } from '../../access/actor.ts';
import { cursorForm, decodeCursor, keyIn } from '../../kernel/cursor.ts';
import { pageOf, type PageOf } from '../../platform/page.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { ReadScope } from '../../platform/scope.ts';
import { notificationColumns, rowFrom, type NotificationRow } from './notification-row.ts';

const cursors = cursorForm('notifications', 'number', 'instant', 'id');

export interface ListNotifications {
  readonly first: number;
  readonly after?: string | null;
}

/** What the bell of one person holds: neither deleted nor expired. No expiry means never. */
const bellOf = ({ db, actor, now }: ReadScope) =>
  db.selectFrom('notification').where('user_id', '=', personOf(actor)).where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]));

/** A page of one's notifications: the most pressing first, then the newest. */
export async function listNotifications(scope: ReadScope, { first, after }: ListNotifications): Promise<PageOf<NotificationRow>> {
  let query = bellOf(scope).select(notificationColumns);
  if (after) {
    const [rank, createdAt, id] = decodeCursor(after, cursors);
    query = query.where('priority_rank', '<=', rank).where((eb) => eb.or([
      eb('priority_rank', '<', rank), eb('created_at', '<', createdAt), eb.and([eb('created_at', '=', createdAt), eb('id', '<', id)]),
    ]));
  }
  const rows = await query.orderBy('priority_rank', 'desc').orderBy('created_at', 'desc').orderBy('id', 'desc').limit(first + 1).execute();
  return pageOf(rows.map((row) => ({ ...rowFrom(row), priorityRank: row.priorityRank })), first, (row) => keyIn(cursors, row.priorityRank, row.createdAt as string | number, row.id));
}

/** How many of them are unread: one statement, answered from an index. */
export async function countUnreadNotifications(scope: ReadScope): Promise<number> {
  const { count } = await bellOf(scope).where('read_at', 'is', null).select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow();
  return numberFrom(count);
}

/** Notifications of many people at once, with whose they are: for telling each their own. */
export async function notificationsToTell({ db }: Pick<ReadScope, 'db'>, ids: readonly string[]): Promise<ReadonlyMap<string, NotificationRow & { readonly userId: string }>> {
  const rows = await db.selectFrom('notification').select([...notificationColumns, 'user_id as userId']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, rowFrom(row) as NotificationRow & { userId: string }]));
}
