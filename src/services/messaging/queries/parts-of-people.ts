import { sql, type SqlBool } from 'kysely';
import { numberFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';
import { isStillInOf } from '../audience.ts';
import { conversationColumns, type ConversationRow } from './rows.ts';

/** A conversation as a person sees it: for reading what many are sent about one event at once. The reader is the application itself. */
export const partKey = (conversationId: string, userId: string): string => `${conversationId} ${userId}`;

const idsOf = (keys: readonly string[]) => ({
  conversationIds: [...new Set(keys.map((key) => key.slice(0, key.indexOf(' '))))],
  userIds: [...new Set(keys.map((key) => key.slice(key.indexOf(' ') + 1)))],
});

/** What each participant has not read: as `unreadCountsOf` and `unreadMessageCount` say for one person. */
const unread = ({ db }: Pick<ReadContext, 'db'>) =>
  db
    .selectFrom('conversation_participant as p')
    .innerJoin('user as u', 'u.id', 'p.user_id')
    .innerJoin('message as m', (join) =>
      join.onRef('m.conversation_id', '=', 'p.conversation_id').onRef('m.seq', '>', 'p.last_read_seq'),
    )
    .select((eb) => eb.fn.countAll().as('count'))
    .where('p.left_at', 'is', null)
    .where(isStillInOf('p'))
    .where('m.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('m.sender_id', 'is', null), eb('m.sender_id', '!=', eb.ref('p.user_id'))]))
    .where(sql<SqlBool>`(m.audience = 'ALL' or u.role = 'ADMIN' or (m.audience = 'STAFF' and p.side = 'STAFF'))`);

/** How many messages each of these people has not read, but for what they muted; who has none is absent. */
export async function unreadTotalsOf(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await unread({ db })
    .select('p.user_id as id')
    .where('p.user_id', 'in', userIds)
    .where((eb) => eb.or([eb('p.muted_until', 'is', null), eb('p.muted_until', '<=', now)]))
    .groupBy('p.user_id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, numberFrom(count)]));
}

/** The same of one conversation of one person, by `partKey`. */
export async function unreadOfParts(
  { db }: Pick<ReadContext, 'db'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { conversationIds, userIds } = idsOf(keys);
  const rows = await unread({ db })
    .select(['p.conversation_id as conversationId', 'p.user_id as userId'])
    .where('p.conversation_id', 'in', conversationIds)
    .where('p.user_id', 'in', userIds)
    .groupBy(['p.conversation_id', 'p.user_id'])
    .execute();
  return new Map(rows.map(({ conversationId, userId, count }) => [partKey(conversationId, userId), numberFrom(count)]));
}

/** Conversations by `partKey`, for those who are in them now, and for admins; absent for everybody else. */
export async function conversationsOfParts(
  { db }: Pick<ReadContext, 'db'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ConversationRow>> {
  const { conversationIds, userIds } = idsOf(keys);
  const seen = await db
    .selectFrom('user as u')
    .innerJoin('conversation as c', (join) => join.on('c.id', 'in', conversationIds))
    .leftJoin('conversation_participant as p', (join) =>
      join.onRef('p.conversation_id', '=', 'c.id').onRef('p.user_id', '=', 'u.id').on('p.left_at', 'is', null),
    )
    .select(conversationColumns)
    .select('u.id as userId')
    .where('u.id', 'in', userIds)
    .where((eb) => eb.or([eb.and([eb('p.id', 'is not', null), isStillInOf('p')]), eb('u.role', '=', 'ADMIN')]))
    .execute();
  return new Map(
    (seen as unknown as (ConversationRow & { readonly userId: string })[]).map(({ userId, ...row }) => [
      partKey(row.id, userId),
      row,
    ]),
  );
}
