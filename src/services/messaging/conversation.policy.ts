import type { ConversationContext, ConversationSide } from '../../entities/messaging/conversation.entity.ts';
import type { MessageAudience } from '../../entities/messaging/message.entity.ts';
import type { Actor } from '../access/actor.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { PermissionSet, UserRole } from '../kernel/roles.ts';
import { jsonFrom } from '../platform/orm/values.ts';
import type { Db, Operation, ReadContext } from '../platform/context.ts';
import { isOnSide, isRead, seesAll, servedBy, serves, type ConversationPart } from './audience.ts';

/** Somebody's part in a conversation. NOBODY: none, so that for them it does not exist; null: it does not exist. */
type PartOrNone = ConversationPart | 'NOBODY' | null;

/**
 * Those who are in a conversation now take part; admins see and may speak in every one, the team in those that they serve; who left any
 * other is nobody.
 */
async function partIn(db: Db, actor: Actor, conversationId: string): Promise<PartOrNone> {
  if (!isId(conversationId)) return null;
  const row = await db
    .selectFrom('conversation as c')
    .leftJoin('conversation_participant as p', (join) =>
      join
        .onRef('p.conversation_id', '=', 'c.id')
        .on('p.user_id', '=', actor.userId ?? '')
        .on('p.left_at', 'is', null),
    )
    .select(['p.side', 'c.context_type as context'])
    .where('c.id', '=', conversationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (seesAll(actor)) return 'ADMIN';
  const isServed = servedBy(actor).includes(row.context);
  if (row.side !== null) return isOnSide(row.side, row.context, () => isServed) ? row.side : 'NOBODY';
  return isServed ? 'STAFF' : 'NOBODY';
}

/** The actor's part; NOT_FOUND for whoever has none. */
export async function requirePart(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  conversationId: string,
): Promise<ConversationPart> {
  const part = await partIn(db, actor, conversationId);
  if (part === null) throw new DomainError('NOT_FOUND');
  if (part === 'NOBODY') throw hiding({ type: 'conversation', id: conversationId });
  return part;
}

export interface Audience {
  readonly conversationId: string;
  /** Of the message. */
  readonly audience: MessageAudience;
  readonly people: readonly Actor[];
}

/**
 * Which of these people may receive a message: checked again for every event. A job updates the participants a little
 * after the subject was given to somebody else; the module that owns it is asked too, so that a person who lost it
 * receives nothing in between.
 */
export const listenersOf: Operation<'db' | 'conversationSources', Audience, ReadonlySet<string>> = async (
  { db, conversationSources },
  { conversationId, audience, people },
) => {
  const ids = people.flatMap(({ userId }) => (userId === null ? [] : [userId]));
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('user as u')
    .innerJoin('conversation as c', (join) => join.on('c.id', '=', conversationId))
    .leftJoin('conversation_participant as p', (join) =>
      join.onRef('p.user_id', '=', 'u.id').onRef('p.conversation_id', '=', 'c.id').on('p.left_at', 'is', null),
    )
    .select(['u.id', 'u.role', 'u.permission_sets as sets', 'p.side', 'c.context_type', 'c.context_id'])
    .where('u.id', 'in', ids)
    .where('u.status', '=', 'ACTIVE')
    .execute();
  const [about] = rows;
  const allowed = about === undefined ? undefined : await allowedBy({ db, conversationSources }, about);
  return new Set(rows.filter((row) => hears(row, { audience, allowed })).map(({ id }) => id));
};

interface Listener {
  readonly id: string;
  readonly role: UserRole;
  /** JSON, as the database gives it. */
  readonly sets: unknown;
  /** Null for who is not in the conversation. */
  readonly side: ConversationSide | null;
  readonly context_type: ConversationContext;
}

function hears(
  { id, role, sets, side, context_type: context }: Listener,
  { audience, allowed }: { audience: MessageAudience; allowed: readonly string[] | undefined },
): boolean {
  if (role === 'ADMIN') return true;
  const isServed = () => serves([role, ...(jsonFrom<readonly PermissionSet[] | null>(sets) ?? [])], context);
  if (side === null) return isRead('STAFF', audience) && isServed();
  return isOnSide(side, context, isServed) && isRead(side, audience) && (allowed?.includes(id) ?? true);
}

/** Those who the module of the subject says take part; undefined where nothing but the conversation itself decides. */
async function allowedBy(
  { db, conversationSources }: Parameters<typeof listenersOf>[0],
  { context_type: type, context_id: id }: { context_type: string; context_id: string | null },
): Promise<readonly string[] | undefined> {
  if (type === 'DIRECT' || type === 'VISITOR' || id === null) return undefined;
  const topic = await conversationSources[type as keyof typeof conversationSources].topic(db, id);
  return topic?.participantIds ?? [];
}
