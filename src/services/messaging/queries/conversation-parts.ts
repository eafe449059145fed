import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { type FileQuestion, fileColumns, type FileRow } from '../../files/index.ts';
import { peopleByIds, type Person } from '../../identity/index.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';
import { isMet, isStillIn, isStillInOf, readableBy, seesAll } from '../audience.ts';
import { messageColumns, type MessageRow } from './rows.ts';

/**
 * What was last said in each of these conversations, or the last of which something holds (a condition on `last`). One statement, one
 * index seek for each.
 */
export async function lastMessagesOf(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  conversationIds: readonly string[],
  holds: RawBuilder<SqlBool> = sql`1 = 1`,
): Promise<ReadonlyMap<string, MessageRow>> {
  const rows = (await db
    .selectFrom('conversation as c')
    .innerJoin('message as m', (join) =>
      join.on('m.id', '=', (eb) =>
        eb
          .selectFrom('message as last')
          .select('last.id')
          .whereRef('last.conversation_id', '=', 'c.id')
          .where('last.deleted_at', 'is', null)
          .where(readableBy(actor, 'last'))
          .where(holds)
          .orderBy('last.created_at', 'desc')
          .orderBy('last.id', 'desc')
          .limit(1),
      ),
    )
    .select(messageColumns)
    .where('c.id', 'in', conversationIds)
    .execute()) as unknown as MessageRow[];
  return new Map(rows.map((row) => [row.conversationId, row]));
}

/** How many messages the actor has not read in each; conversations without anything unread, or not theirs, are absent. */
export async function unreadCountsOf(
  { db, actor }: ReadContext,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('conversation_participant as p')
    .innerJoin('message as m', 'm.conversation_id', 'p.conversation_id')
    .select((eb) => ['p.conversation_id as id', eb.fn.countAll().as('count')])
    // An expression: by an index of the person, all of their conversations would be read, not these.
    .where(sql<string>`coalesce(p.user_id, '')`, '=', actor.userId ?? '')
    .where('p.left_at', 'is', null)
    .where(isStillIn(actor, 'p'))
    .where('p.conversation_id', 'in', conversationIds)
    .where('m.deleted_at', 'is', null)
    // Sought in the index: what was read is not read again.
    .whereRef('m.seq', '>', 'p.last_read_seq')
    .where(readableBy(actor, 'm'))
    .where((eb) => eb.or([eb('m.sender_id', 'is', null), eb('m.sender_id', '!=', eb.ref('p.user_id'))]))
    .groupBy('p.conversation_id')
    .execute();
  return new Map(rows.map(({ id, count }) => [id, numberFrom(count)]));
}

/** How many messages the actor has not read in all of their conversations, but for those that they muted. */
export async function unreadMessageCount({ db, actor, now }: ReadContext): Promise<number> {
  const { count } = await db
    .selectFrom('conversation_participant as p')
    .innerJoin('message as m', (join) =>
      join.onRef('m.conversation_id', '=', 'p.conversation_id').onRef('m.seq', '>', 'p.last_read_seq'),
    )
    .select((eb) => eb.fn.countAll().as('count'))
    .where('p.user_id', '=', actor.userId ?? '')
    .where('p.left_at', 'is', null)
    .where(isStillIn(actor, 'p'))
    .where((eb) => eb.or([eb('p.muted_until', 'is', null), eb('p.muted_until', '<=', now)]))
    .where('m.deleted_at', 'is', null)
    .where(readableBy(actor, 'm'))
    .where((eb) => eb.or([eb('m.sender_id', 'is', null), eb('m.sender_id', '!=', eb.ref('p.user_id'))]))
    .executeTakeFirstOrThrow();
  return numberFrom(count);
}

export interface OwnPart {
  readonly isArchived: boolean;
  readonly isPinned: boolean;
  readonly mutedUntil: unknown;
  readonly draft: string | null;
}

/** How the actor keeps each of these conversations; those that they are not in are absent. */
export async function ownPartsOf(
  { db, actor }: ReadContext,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, OwnPart>> {
  const rows = await db
    .selectFrom('conversation_participant as p')
    .select(['conversation_id', 'archived_at', 'pinned_at', 'muted_until', 'draft'])
    .where(isStillIn(actor, 'p'))
    .where('user_id', '=', actor.userId ?? '')
    .where('left_at', 'is', null)
    .where('conversation_id', 'in', conversationIds)
    .execute();
  return new Map(
    rows.map(({ conversation_id: id, archived_at, pinned_at, muted_until: mutedUntil, draft }) => [
      id,
      { isArchived: archived_at !== null, isPinned: pinned_at !== null, mutedUntil, draft },
    ]),
  );
}

/** Who is in each of these conversations now; who lost the permission that its team needs is not. */
export async function participantsOf(
  ctx: ReadContext,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Person[]>> {
  const participants = await ctx.db
    .selectFrom('conversation_participant as p')
    .innerJoin('user as u', 'u.id', 'p.user_id')
    .select(['p.conversation_id as id', 'p.user_id as userId'])
    .where('p.conversation_id', 'in', conversationIds)
    .where('p.left_at', 'is', null)
    .where(isStillInOf('p'))
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute();
  const people = await peopleByIds(
    ctx,
    participants.map(({ userId }) => userId),
  );
  const found = new Map<string, Person[]>(conversationIds.map((id) => [id, []]));
  for (const { id, userId } of participants) found.get(id)?.push(people.get(userId) as Person);
  return found;
}

/** The files sent along with each of these messages, in the order in which they came. */
export async function attachmentsOf(
  { db }: Pick<ReadContext, 'db'>,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FileRow[]>> {
  const rows = (await db
    .selectFrom('message_attachment as a')
    .innerJoin('stored_file as f', 'f.id', 'a.file_id')
    .select('a.message_id as messageId')
    .select(fileColumns)
    .where('a.message_id', 'in', messageIds)
    .where('f.deleted_at', 'is', null)
    .orderBy('a.file_id')
    .execute()) as unknown as (FileRow & { messageId: string })[];
  const found = new Map<string, FileRow[]>(messageIds.map((id) => [id, []]));
  for (const row of rows) found.get(row.messageId)?.push(row);
  return found;
}

/** Whoever is in the conversation may read the files sent in it; so may the team that serves it, and admins. Who left may not. */
export const mayReadAttachment: FileQuestion = async ({ db, actor }, fileId) => {
  const sent = db
    .selectFrom('message_attachment as a')
    .innerJoin('message as m', 'm.id', 'a.message_id')
    .select('a.id')
    .where('a.file_id', '=', fileId)
    .where('m.deleted_at', 'is', null)
    .where(readableBy(actor, 'm'));
  const seen = seesAll(actor) ? sent : sent.where(isMet(actor, 'm.conversation_id'));
  return (await seen.executeTakeFirst()) !== undefined;
};
