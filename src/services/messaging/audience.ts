import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ConversationContext, ConversationSide } from '../../entities/messaging/conversation.entity.ts';
import { messageAudiences, type MessageAudience } from '../../entities/messaging/message.entity.ts';
import { can, type Actor } from '../access/actor.ts';
import { isHeldBy, permissions, type Holder, type Permission } from '../access/permissions.ts';
import { permissionSets, userRoles } from '../kernel/roles.ts';

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
const teamPermissions = { TICKET: 'ticket:handle', VISITOR: 'visitor:handle' } as const satisfies Partial<
  Record<ConversationContext, Permission>
>;

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

/** Does the row of a participant still count? Where the team needs a permission, only who holds it is of the team. */
export const isOnSide = (side: ConversationSide, context: ConversationContext, served: () => boolean): boolean =>
  side === 'OUTSIDE' || !(context in teamPermissions) || served();

const isAbout = (participant: string, contexts: readonly string[]): Condition =>
  sql`exists (select 1 from conversation tc where tc.id = ${sql.ref(`${participant}.conversation_id`)}
    and tc.context_type in (${sql.join(contexts)}))`;

/**
 * As a condition on `conversation_participant`, under the alias, of the actor’s own: it still counts. Who lost
 * the permission that the team needs is in the conversation no more, from that commit on, before a job has written it down.
 */
export const isStillIn = (actor: Actor, participant: string): Condition => {
  const served = servedBy(actor);
  const lost = Object.keys(teamPermissions).filter((context) => !served.includes(context as ConversationContext));
  if (lost.length === 0) return sql`1 = 1`;
  return sql`(${sql.ref(`${participant}.side`)} <> 'STAFF' or not ${isAbout(participant, lost)})`;
};

/** The same of anybody’s, beside their row of `user` under the alias `u`. */
export const isStillInOf = (participant: string): Condition => {
  const conditions = Object.entries(teamPermissions).map(
    ([context, permission]) => sql`(${heldBy(permission)} or not ${isAbout(participant, [context])})`,
  );
  return sql`(${sql.ref(`${participant}.side`)} <> 'STAFF' or (${sql.join(conditions, sql` and `)}))`;
};

/** Whether `u` is of the team in such a conversation, in it or not: an admin, or whoever serves it. */
export const servesAs = (context: ConversationContext): Condition => {
  const needed = (teamPermissions as Partial<Record<ConversationContext, Permission>>)[context];
  return needed === undefined ? sql`u.role = 'ADMIN'` : sql`(u.role = 'ADMIN' or ${heldBy(needed)})`;
};

/** Whether `u` holds a permission, by the role or by what was granted. */
function heldBy(permission: Permission): Condition {
  const holders: readonly Holder[] = permissions[permission];
  const roles = userRoles.filter((role) => holders.includes(role));
  const sets = permissionSets.filter((set) => holders.includes(set));
  const granted = sets.map((set) => sql`u.permission_sets like ${`%"${set}"%`}`);
  return sql`(${sql.join([sql`u.role in (${sql.join(roles)})`, ...granted], sql` or `)})`;
}

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
      and s.user_id = ${actor.userId ?? ''} and s.left_at is null and s.side = 'STAFF' and ${isStillIn(actor, 's')})
    or ${isServed(actor, conversationId)})`;
};

/** As a condition: the conversation exists for the actor, who is no admin. */
export const isMet = (actor: Actor, column: string): Condition => {
  const conversationId = sql.ref(column);
  return sql`(exists (select 1 from conversation_participant p where p.conversation_id = ${conversationId}
      and p.user_id = ${actor.userId ?? ''} and p.left_at is null and ${isStillIn(actor, 'p')})
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
