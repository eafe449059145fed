import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ConversationContext, ConversationSide } from '../../entities/messaging/conversation.entity.ts';
import { messageAudiences, type MessageAudience } from '../../entities/messaging/message.entity.ts';
import { can, type Actor } from '../access/actor.ts';
import { isHeldBy, type Holder, type Permission } from '../access/permissions.ts';

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

/** Conversations that everybody with a permission reads and writes in as one of the team, before they are in them. */
const teamPermissions = { TICKET: 'ticket:handle' } as const satisfies Partial<Record<ConversationContext, Permission>>;

/** What the conversations are about that the actor need not be in. */
export const servedBy = (actor: Actor): ConversationContext[] =>
  (Object.keys(teamPermissions) as (keyof typeof teamPermissions)[]).filter((context) =>
    can(actor, teamPermissions[context]),
  );

/** The same of somebody, by their role and what they were granted. */
export const serves = (holders: readonly Holder[], context: ConversationContext): boolean => {
  const needed = (teamPermissions as Partial<Record<ConversationContext, Permission>>)[context];
  return needed !== undefined && holders.some((holder) => isHeldBy(needed, holder));
};

type Condition = RawBuilder<SqlBool>;

/** The conversation, by the column that names it, is one of those; nobody of the team serves one of their own. */
function isServed(actor: Actor, conversationId: RawBuilder<unknown>): Condition {
  const served = servedBy(actor);
  if (served.length === 0) return sql`1 = 0`;
  return sql`(exists (select 1 from conversation t where t.id = ${conversationId} and t.context_type in (${sql.join(served)}))
    and not exists (select 1 from conversation_participant o where o.conversation_id = ${conversationId}
      and o.user_id = ${actor.userId ?? ''} and o.left_at is null and o.side = 'OUTSIDE'))`;
}

/** As a condition: the actor is of the team in the conversation. */
export const isOfTeam = (actor: Actor, column: string): Condition => {
  const conversationId = sql.ref(column);
  return sql`(exists (select 1 from conversation_participant s where s.conversation_id = ${conversationId}
      and s.user_id = ${actor.userId ?? ''} and s.left_at is null and s.side = 'STAFF')
    or ${isServed(actor, conversationId)})`;
};

/** As a condition: the conversation exists for the actor, who is no admin. */
export const isMet = (actor: Actor, column: string): Condition => {
  const conversationId = sql.ref(column);
  return sql`(exists (select 1 from conversation_participant p where p.conversation_id = ${conversationId}
      and p.user_id = ${actor.userId ?? ''} and p.left_at is null)
    or ${isServed(actor, conversationId)})`;
};

/**
 * The same as a condition of a query on `message`, under the alias: internal notes are in no list, count or search of those
 * whom the conversation serves.
 */
export const readableBy = (actor: Actor, message: 'm' | 'last'): Condition => {
  if (seesAll(actor)) return sql`1 = 1`;
  const audience = sql.ref(`${message}.audience`);
  return sql`(${audience} = 'ALL' or (${audience} = 'STAFF' and ${isOfTeam(actor, `${message}.conversation_id`)}))`;
};

/** Of two audiences, the one that fewer people are of. */
export const narrower = (a: MessageAudience, b: MessageAudience): MessageAudience =>
  messageAudiences.indexOf(a) > messageAudiences.indexOf(b) ? a : b;
