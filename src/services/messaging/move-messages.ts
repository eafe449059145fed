import { sql } from 'kysely';
import type { ConversationSide } from '../../entities/messaging/conversation.entity.ts';
import type { MessageType } from '../../entities/messaging/message.entity.ts';
import { instantFrom, lockedForUpdate, writing } from '../platform/orm/values.ts';
import type { Db, Tx } from '../platform/context.ts';
import { conversationUpdated } from './live.ts';
import { carryMailMarks } from './mailed-marks.ts';

/** A message that everybody in its conversation reads. */
export interface SeenMessage {
  readonly seq: number;
  readonly type: MessageType;
  readonly content: string;
  /** Null for a message of the application, and of a visitor. */
  readonly senderId: string | null;
  /** Of its sender; null for who is not in the conversation. */
  readonly side: ConversationSide | null;
  readonly createdAt: Date;
}

interface After {
  readonly conversationId: string;
  readonly seq: number;
}

/** What everybody reads in a conversation after a number, in the order in which it was said. */
export async function messagesAfter(db: Db, { conversationId, seq }: After): Promise<SeenMessage[]> {
  const rows = await db
    .selectFrom('message as m')
    .leftJoin('conversation_participant as p', (join) =>
      join.onRef('p.conversation_id', '=', 'm.conversation_id').onRef('p.user_id', '=', 'm.sender_id'),
    )
    .select(['m.seq', 'm.type', 'm.content', 'm.sender_id as senderId', 'p.side', 'm.created_at as createdAt'])
    .where('m.conversation_id', '=', conversationId)
    .where('m.seq', '>', seq)
    .where('m.audience', '=', 'ALL')
    .where('m.deleted_at', 'is', null)
    .orderBy('m.seq')
    .execute();
  return rows.map((row) => ({ ...row, createdAt: instantFrom(row.createdAt) }));
}

type Moving = Tx<'em' | 'publish'>;

export interface MoveMessages {
  readonly fromId: string;
  readonly toId: string;
  /** Those after this number; all unless given. */
  readonly after?: number;
  /** What is written there from now on is said in the other one. */
  readonly isForGood: boolean;
}

/**
 * Moves messages into another conversation, with their files, their threads and their instants: they are numbered after those that are
 * there. Who had read all of both has read it all. Answers the number of the last message there.
 */
export async function moveMessages(tx: Moving, { fromId, toId, after = 0, isForGood }: MoveMessages): Promise<number> {
  await tx.em.flush();
  const { db } = writing(tx.em);
  // In one order, whoever else moves between the two.
  const heads = new Map<string, Head>();
  for (const id of [fromId, toId].toSorted()) heads.set(id, await lockHead(tx, id));
  const [from, to] = [heads.get(fromId) as Head, heads.get(toId) as Head];
  const shift = to.next_seq - 1 - after;
  const last = from.next_seq - 1 + shift;
  // Before the read marks: they say what was read there so far.
  if (after === 0) await carryMailMarks(tx, { fromId, toId, shift });
  await carryReadMarks(tx, { from, to, last });
  await db
    .updateTable('message')
    .set({ conversation_id: toId, seq: sql<number>`seq + ${shift}` })
    .where('conversation_id', '=', fromId)
    .where('seq', '>', after)
    .execute();
  await db
    .updateTable('conversation')
    .set({ next_seq: last + 1, ...headOfBoth(from, to) })
    .where('id', '=', toId)
    .execute();
  if (isForGood)
    await db
      .updateTable('conversation')
      .set({ moved_to_id: toId })
      .where((eb) => eb.or([eb('id', '=', fromId), eb('moved_to_id', '=', fromId)]))
      .execute();
  await publishToBoth(tx, [fromId, toId]);
  return last;
}

/** The instants are as the database has them: they are compared and written back, nothing else. */
const lockHead = ({ em }: Moving, id: string) => {
  const { db, dialect } = writing(em);
  return lockedForUpdate(
    db
      .selectFrom('conversation')
      .select(['id', 'next_seq', 'status', 'last_message_at', 'last_staff_at', 'last_outside_at', 'first_response_at'])
      .where('id', '=', id),
    dialect,
  ).executeTakeFirstOrThrow();
};
type Head = Awaited<ReturnType<typeof lockHead>>;

const later = <T>(a: T, b: T): T => (msOf(a) >= msOf(b) ? a : b);
const earlier = <T>(a: T, b: T): T => (a === null ? b : b === null ? a : msOf(a) <= msOf(b) ? a : b);
const msOf = (value: unknown): number => (value === null ? 0 : instantFrom(value).getTime());

const headOfBoth = (from: Head, to: Head) => ({
  status: msOf(from.last_message_at) > msOf(to.last_message_at) ? from.status : to.status,
  last_message_at: later(from.last_message_at, to.last_message_at),
  last_staff_at: later(from.last_staff_at, to.last_staff_at),
  last_outside_at: later(from.last_outside_at, to.last_outside_at),
  first_response_at: earlier(from.first_response_at, to.first_response_at),
});

/** For those who had read all of both. */
async function carryReadMarks(
  { em }: Moving,
  { from, to, last }: { readonly from: Head; readonly to: Head; readonly last: number },
): Promise<void> {
  const { db } = writing(em);
  const readers = await db
    .selectFrom('conversation_participant as there')
    .innerJoin('conversation_participant as here', 'here.user_id', 'there.user_id')
    .select('there.id')
    .where('there.conversation_id', '=', to.id)
    .where('here.conversation_id', '=', from.id)
    .where('there.last_read_seq', '>=', to.next_seq - 1)
    .where('here.last_read_seq', '>=', from.next_seq - 1)
    .execute();
  if (readers.length === 0) return;
  await db
    .updateTable('conversation_participant')
    .set({ last_read_seq: last })
    .where(
      'id',
      'in',
      readers.map(({ id }) => id),
    )
    .execute();
}

async function publishToBoth({ em, publish }: Moving, conversationIds: readonly string[]): Promise<void> {
  const people = await writing(em)
    .db.selectFrom('conversation_participant')
    .select(['user_id as userId', 'conversation_id as conversationId'])
    .where('conversation_id', 'in', conversationIds)
    .where('left_at', 'is', null)
    .orderBy('user_id')
    .orderBy('conversation_id')
    .execute();
  for (const { userId, conversationId } of people) publish(conversationUpdated, userId, { conversationId });
}
