import type { Actor } from '../access/actor.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Db, Operation, ReadContext } from '../platform/context.ts';

/** Somebody's role in a conversation. NOBODY: none, so that for them it does not exist; null: it does not exist. */
export type ConversationRole = 'PARTICIPANT' | 'ADMIN' | 'NOBODY' | null;

/** Those who are in a conversation now take part; admins see and may speak in every one; who left is nobody. */
export async function roleIn(db: Db, { kind, userId, role }: Actor, conversationId: string): Promise<ConversationRole> {
  if (!isId(conversationId)) return null;
  const row = await db
    .selectFrom('conversation as c')
    .leftJoin('conversation_participant as p', (join) =>
      join
        .onRef('p.conversation_id', '=', 'c.id')
        .on('p.user_id', '=', userId ?? '')
        .on('p.left_at', 'is', null),
    )
    .select('p.id as participantId')
    .where('c.id', '=', conversationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.participantId !== null) return 'PARTICIPANT';
  return kind === 'SYSTEM' || role === 'ADMIN' ? 'ADMIN' : 'NOBODY';
}

export async function requireRole(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  conversationId: string,
): Promise<'PARTICIPANT' | 'ADMIN'> {
  const role = await roleIn(db, actor, conversationId);
  if (role === null) throw new DomainError('NOT_FOUND');
  if (role === 'NOBODY') throw hiding({ type: 'conversation', id: conversationId });
  return role;
}

export interface Audience {
  readonly conversationId: string;
  readonly people: readonly Actor[];
}

/**
 * Which of these people may receive new messages: checked again for every event. A job updates the participants a little
 * after the subject was given to somebody else; the module that owns it is asked too, so that a person who lost it
 * receives nothing in between.
 */
export const listenersOf: Operation<'db' | 'conversationSources', Audience, ReadonlySet<string>> = async (
  { db, conversationSources },
  { conversationId, people },
) => {
  const ids = people.flatMap(({ userId }) => (userId === null ? [] : [userId]));
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('user as u')
    .innerJoin('conversation as c', (join) => join.on('c.id', '=', conversationId))
    .leftJoin('conversation_participant as p', (join) =>
      join.onRef('p.user_id', '=', 'u.id').onRef('p.conversation_id', '=', 'c.id').on('p.left_at', 'is', null),
    )
    .select(['u.id', 'u.role', 'c.context_type', 'c.context_id'])
    .where('u.id', 'in', ids)
    .where('u.status', '=', 'ACTIVE')
    .where((eb) => eb.or([eb('p.id', 'is not', null), eb('u.role', '=', 'ADMIN')]))
    .execute();
  const [about] = rows;
  const topic = about && (await conversationSources[about.context_type].topic(db, about.context_id));
  return new Set(
    rows.filter(({ id, role }) => role === 'ADMIN' || topic?.participantIds.includes(id)).map(({ id }) => id),
  );
};
