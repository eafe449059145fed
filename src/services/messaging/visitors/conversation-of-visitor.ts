import { LockMode } from '@mikro-orm/core';
import { Conversation } from '../../../entities/messaging/conversation.entity.ts';
import { Visitor } from '../../../entities/messaging/visitor.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Topic } from '../../kernel/subject.ts';
import { lockedForUpdate, writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { requirePart } from '../conversation.policy.ts';

/** Where a visitor writes now: their newest conversation, or the one that it has gone into. */
export async function conversationOfVisitor(
  { em }: Tx<'em'>,
  visitor: Pick<Visitor, 'id'>,
): Promise<Conversation | null> {
  const newest = await em.findOne(Conversation, { visitor: visitor.id }, { orderBy: { id: 'desc' } });
  if (newest === null || newest.movedTo === null) return newest;
  return em.findOneOrFail(Conversation, { id: newest.movedTo.id });
}

/**
 * Whoever changes what belongs to a visitor takes them first, then what is theirs: conversations, tickets. Several in the order of their
 * ids.
 */
export async function lockVisitor({ em }: Tx<'em'>, id: string): Promise<void> {
  const { db, dialect } = writing(em);
  // Not through the entity: whoever has changed it already must not lose that.
  await lockedForUpdate(db.selectFrom('visitor').select('id').where('id', '=', id), dialect).execute();
}

/** A visitor’s conversation that is about nothing yet. */
export interface AskingVisitor {
  readonly visitorId: string;
  /** The number of the last message so far. */
  readonly lastSeq: number;
}

/**
 * The visitor of a conversation that may become one about something, locked with it until the commit; null where it is of nobody without
 * an account, of spam, or about something already. Errors: NOT_FOUND for a conversation that the actor does not see.
 */
export async function lockAskingVisitor(
  { em, actor }: Tx<'em' | 'actor'>,
  conversationId: string,
): Promise<AskingVisitor | null> {
  if (!isId(conversationId)) throw new DomainError('NOT_FOUND');
  await requirePart({ db: writing(em).db, actor }, conversationId);
  const known = await em.findOneOrFail(Conversation, { id: conversationId });
  if (known.visitor === null) return null;
  // First the visitor, as whoever writes or adopts does.
  const visitor = await em.findOneOrFail(
    Visitor,
    { id: known.visitor.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const { contextType, nextSeq } = await em.findOneOrFail(
    Conversation,
    { id: conversationId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (contextType !== 'VISITOR' || visitor.user !== null || visitor.blockedAt !== null) return null;
  return { visitorId: visitor.id, lastSeq: nextSeq - 1 };
}

/** From now on it is the conversation about this, and its visitor goes on by the same link; one that was closed is open again. */
export async function giveSubject(
  { em }: Tx<'em'>,
  { conversationId, subject }: { readonly conversationId: string; readonly subject: Topic },
): Promise<void> {
  const conversation = await em.findOneOrFail(Conversation, { id: conversationId });
  Object.assign(conversation, { contextType: subject.type, contextId: subject.id });
  if (conversation.status === 'CLOSED') conversation.status = 'OPEN';
  await em.flush();
}
