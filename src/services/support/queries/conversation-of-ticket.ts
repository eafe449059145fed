import type { Db } from '../../platform/context.ts';
import { ticketSubjectType } from '../ticket-subject.ts';

/** The conversation of a ticket. */
export async function conversationIdOf(db: Db, ticketId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('conversation')
    .select('id')
    .where('context_type', '=', ticketSubjectType)
    .where('context_id', '=', ticketId)
    .executeTakeFirst();
  return row?.id;
}

/** The ticket that a conversation is of; undefined for any other. */
export async function ticketOfConversation(db: Db, conversationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('conversation')
    .select('context_id as ticketId')
    .where('id', '=', conversationId)
    .where('context_type', '=', ticketSubjectType)
    .executeTakeFirst();
  return row?.ticketId ?? undefined;
}
