import { writing } from '../platform/orm/values.ts';
import type { Db, Tx } from '../platform/context.ts';

/** The beginning of the keys of the mails about a conversation; the person follows. */
export const mailsBegin = (conversationId: string): string => `conversation-mail:${conversationId}:`;

/** The same to one person; the day follows. */
export const mailKeyOf = (conversationId: string, userId: string): string => `${mailsBegin(conversationId)}${userId}:`;

/** The number of the last message that a mail with such a key has named; 0 for none. */
export async function lastMailed(db: Db, key: string): Promise<number> {
  const row = await db
    .selectFrom('email_delivery')
    .select('reaches_to')
    .where('dedupe_key', '>=', key)
    .where('dedupe_key', '<', `${key}a`)
    .orderBy('dedupe_key', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.reaches_to ?? 0;
}

interface Moved {
  readonly fromId: string;
  readonly toId: string;
  /** What is added to the numbers of those that move. */
  readonly shift: number;
}

/**
 * What a mail has named in the conversation that messages leave is named in no mail about the other one. Not for those for whom something
 * that was there is still to be named: one number cannot say so.
 */
export async function carryMailMarks({ em }: Tx<'em'>, { fromId, toId, shift }: Moved): Promise<void> {
  const { db } = writing(em);
  const people = await db
    .selectFrom('conversation_participant as there')
    .innerJoin('conversation_participant as here', 'here.user_id', 'there.user_id')
    .select(['there.id', 'there.user_id as userId', 'there.last_read_seq as read', 'there.mailed_seq as there'])
    .select('here.mailed_seq as here')
    .where('there.conversation_id', '=', toId)
    .where('here.conversation_id', '=', fromId)
    .orderBy('there.id')
    .execute();
  for (const { id, userId, read, ...mark } of people) {
    const here = Math.max(mark.here, await lastMailed(db, mailKeyOf(fromId, userId)));
    const there = Math.max(mark.there, read, await lastMailed(db, mailKeyOf(toId, userId)));
    if (here === 0 || (await isLeftToName(db, { conversationId: toId, userId, after: there }))) continue;
    const mailed = { mailed_seq: here + shift };
    await db.updateTable('conversation_participant').set(mailed).where('id', '=', id).execute();
  }
}

interface Left {
  readonly conversationId: string;
  readonly userId: string;
  readonly after: number;
}

/** Is there something of others that they have neither read nor been mailed about? */
async function isLeftToName(db: Db, { conversationId, userId, after }: Left): Promise<boolean> {
  const row = await db
    .selectFrom('message')
    .select('id')
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', after)
    .where('deleted_at', 'is', null)
    .where('type', '!=', 'SYSTEM_MESSAGE')
    .where((eb) => eb.or([eb('sender_id', 'is', null), eb('sender_id', '!=', userId)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
