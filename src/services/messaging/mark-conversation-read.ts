import { ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { personOf } from '../access/actor.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { requireRole } from './conversation.policy.ts';

/** A participant has read everything so far; answers the conversation's id. An admin who only looks on leaves no trace. */
export async function markConversationRead(
  { em, actor, now }: Tx<'em' | 'actor' | 'now'>,
  { conversationId }: { conversationId: string },
): Promise<string> {
  await requireRole({ db: writing(em).db, actor }, conversationId);
  const participant = await em.findOne(ConversationParticipant, {
    conversation: conversationId,
    user: personOf(actor),
    leftAt: null,
  });
  if (participant !== null) participant.lastReadAt = now;
  return conversationId;
}
