import type { Actor } from '../access/actor.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Db, Operation, ReadContext } from '../platform/context.ts';

/** What a person is to a conversation. NOBODY: nothing, so that for them it does not exist; null: it does not exist. */
export type Place = 'PARTICIPANT' | 'ADMIN' | 'NOBODY' | null;

/** Those who are in a conversation now take part; admins see and may speak in every one; who left is nobody. */
export async function placeIn(db: Db, { kind, userId, role }: Actor, conversationId: string): Promise<Place> {
  if (!isId(conversationId)) return null;
  const row = await db
    .selectFrom('conversation as c')
    .leftJoin('conversation_participant as p', (join) =>
      join
        .onRef('p.conversation_id', '=', 'c.id')
        .on('p.user_id', '=', userId ?? '')
        .on('p.left_at', 'is', null),
    )
    .select('p.id as seat')
    .where('c.id', '=', conversationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.seat !== null) return 'PARTICIPANT';
  return kind === 'SYSTEM' || role === 'ADMIN' ? 'ADMIN' : 'NOBODY';
}

export async function demandPlace(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  conversationId: string,
): Promise<'PARTICIPANT' | 'ADMIN'> {
  const place = await placeIn(db, actor, conversationId);
  if (place === null) throw new DomainError('NOT_FOUND');
  if (place === 'NOBODY') throw hiding({ type: 'conversation', id: conversationId });
  return place;
}

export interface Hearing {
  readonly conversationId: string;
  readonly people: readonly Actor[];
}

/**
 * Which of these people may hear what is said now: asked again for every event. A seat is taken away by a job, a little
 * after the thing the conversation is about was given to somebody else: whoever lost it hears nothing in between either.
 */
export const listenersOf: Operation<'db' | 'conversationSources', Hearing, ReadonlySet<string>> = async (
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
  const parties = about && (await conversationSources[about.context_type](db, about.context_id));
  return new Set(
    rows
      .filter(({ id, role }) => role === 'ADMIN' || id === parties?.customerId || id === parties?.proofreaderId)
      .map(({ id }) => id),
  );
};
