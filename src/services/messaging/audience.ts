import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ConversationSide } from '../../entities/messaging/conversation.entity.ts';
import { messageAudiences, type MessageAudience } from '../../entities/messaging/message.entity.ts';
import type { Actor } from '../access/actor.ts';

/** How somebody meets a conversation: served by it, of the team in it, or an admin, in it or not. */
export type ConversationPart = ConversationSide | 'ADMIN';

const read: Readonly<Record<ConversationPart, readonly MessageAudience[]>> = {
  OUTSIDE: ['ALL'],
  STAFF: ['ALL', 'STAFF'],
  ADMIN: messageAudiences,
};

/** The messages that somebody reads; they write for the same audiences. */
export const isRead = (part: ConversationPart, audience: MessageAudience): boolean => read[part].includes(audience);

export const seesAll = ({ kind, role }: Pick<Actor, 'kind' | 'role'>): boolean => kind === 'SYSTEM' || role === 'ADMIN';

/**
 * The same as a condition of a query on `message`, under the alias: internal notes are in no list, count or search of those
 * whom the conversation serves.
 */
export const readableBy = (actor: Actor, message: 'm' | 'last'): RawBuilder<SqlBool> => {
  if (seesAll(actor)) return sql`1 = 1`;
  const of = (column: string) => sql.ref(`${message}.${column}`);
  return sql`(${of('audience')} = 'ALL' or (${of('audience')} = 'STAFF' and exists (
    select 1 from conversation_participant s where s.conversation_id = ${of('conversation_id')}
      and s.user_id = ${actor.userId ?? ''} and s.left_at is null and s.side = 'STAFF')))`;
};

/** Of two audiences, the one that fewer people are of. */
export const narrower = (a: MessageAudience, b: MessageAudience): MessageAudience =>
  messageAudiences.indexOf(a) > messageAudiences.indexOf(b) ? a : b;
