import { sql, type SqlBool } from 'kysely';
import type { MessageStatus } from '../../../entities/messaging/message.entity.ts';
import { peopleByIds, type Person } from '../../identity/index.ts';
import type { ReadContext } from '../../platform/context.ts';
import { isOfTeam, seesAll } from '../audience.ts';

export interface Reader {
  readonly person: Person;
  readonly at: unknown;
}

/** Those in the conversations now who have read up to each of these messages, beside their senders. */
const readings = ({ db }: Pick<ReadContext, 'db'>, messageIds: readonly string[]) =>
  db
    .selectFrom('message as m')
    .innerJoin('conversation_participant as p', (join) =>
      join.onRef('p.conversation_id', '=', 'm.conversation_id').onRef('p.last_read_seq', '>=', 'm.seq'),
    )
    .where('m.id', 'in', messageIds)
    .where('p.left_at', 'is', null)
    .where((eb) => eb.or([eb('m.sender_id', 'is', null), eb('m.sender_id', '!=', eb.ref('p.user_id'))]));

/** Who has read each of these messages, for the team in the conversation and admins. Those that nobody has read are absent. */
export async function readersOf(
  ctx: ReadContext,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Reader[]>> {
  const isOfTheTeam = seesAll(ctx.actor) ? sql<SqlBool>`1 = 1` : isOfTeam(ctx.actor, 'm.conversation_id');
  const rows = await readings(ctx, messageIds)
    .select(['m.id', 'p.user_id as userId', 'p.last_read_at as at'])
    .where(isOfTheTeam)
    .orderBy('p.id')
    .execute();
  const people = await peopleByIds(
    ctx,
    rows.map(({ userId }) => userId),
  );
  const named = rows.flatMap(({ id, userId, at }) => {
    const person = people.get(userId);
    return person === undefined ? [] : [{ id, reader: { person, at } }];
  });
  const grouped = Map.groupBy(named, ({ id }) => id);
  return new Map([...grouped].map(([id, found]) => [id, found.map(({ reader }) => reader)]));
}

/** Which of these messages somebody of the team in the conversation has read: true for those, absent for the others. */
export async function readByTeam(ctx: ReadContext, messageIds: readonly string[]): Promise<ReadonlyMap<string, true>> {
  const rows = await readings(ctx, messageIds).select('m.id').distinct().where('p.side', '=', 'STAFF').execute();
  return new Map(rows.map(({ id }) => [id, true]));
}

/**
 * Where each of these messages stands for the actor: archived with its conversation; read by them; or, of their own, by the team, for the
 * team by anybody. Whoever only looks on sees it as its sender does.
 */
export async function statusesOf(
  ctx: ReadContext,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, MessageStatus>> {
  const { db, actor } = ctx;
  const isOfTheTeam = seesAll(actor) ? sql<SqlBool>`1 = 1` : isOfTeam(actor, 'm.conversation_id');
  const read = await readings(ctx, messageIds)
    .select('m.id')
    .distinct()
    .where((eb) => eb.or([eb('p.side', '=', 'STAFF'), isOfTheTeam]))
    .execute();
  const readByOthers = new Set(read.map(({ id }) => id));
  const rows = await db
    .selectFrom('message as m')
    .leftJoin('conversation_participant as o', (join) =>
      join
        .onRef('o.conversation_id', '=', 'm.conversation_id')
        .on('o.user_id', '=', actor.userId ?? '')
        .on('o.left_at', 'is', null),
    )
    .select(['m.id', 'm.seq', 'm.sender_id as senderId', 'o.last_read_seq as readSeq', 'o.archived_at as archivedAt'])
    .where('m.id', 'in', messageIds)
    .execute();
  return new Map(
    rows.map(({ id, seq, senderId, readSeq, archivedAt }) => {
      if (archivedAt !== null) return [id, 'ARCHIVED'];
      if (readSeq !== null && senderId !== actor.userId) return [id, readSeq >= seq ? 'READ' : 'DELIVERED'];
      return [id, readByOthers.has(id) ? 'READ' : 'SENT'];
    }),
  );
}

export interface Revision {
  readonly content: string;
  readonly at: unknown;
}

/** What each of these messages said before it was edited, the oldest first; for admins. */
export async function revisionsOf(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Revision[]>> {
  if (!seesAll(actor)) return new Map();
  const rows = await db
    .selectFrom('message_revision')
    .select(['message_id as id', 'content', 'created_at as at'])
    .where('message_id', 'in', messageIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, ({ id }) => id);
}
