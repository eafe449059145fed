import { sql } from 'kysely';
import type { MailNeed } from '../notifications/index.ts';
import { isStillInOf } from './audience.ts';

/**
 * Has the recipient of a mail about a conversation still something to read there? Who is not in it, an admin, has until the team
 * answers.
 */
export const isStillUnread: MailNeed = async (db, { recipientId, data }) => {
  const conversationId = String(data['conversationUrl']).split('/').at(-1) ?? '';
  const conversation = await db
    .selectFrom('conversation')
    .select('status')
    .where('id', '=', conversationId)
    .executeTakeFirst();
  if (conversation === undefined || recipientId === null) return false;
  const part = await db
    .selectFrom('conversation_participant as p')
    .innerJoin('user as u', 'u.id', 'p.user_id')
    .select(['p.last_read_seq', 'p.left_at', isStillInOf('p').as('isPresent')])
    .where('p.conversation_id', '=', conversationId)
    .where('p.user_id', '=', recipientId)
    .executeTakeFirst();
  // Not the instants: what the team wrote later may have been committed earlier.
  if (part === undefined) return conversation.status === 'OPEN';
  if (part.left_at !== null || !part.isPresent) return false;
  const unread = await db
    .selectFrom('message')
    .select(sql<number>`1`.as('one'))
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', part.last_read_seq)
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('sender_id', 'is', null), eb('sender_id', '!=', recipientId)]))
    .limit(1)
    .executeTakeFirst();
  return unread !== undefined;
};
