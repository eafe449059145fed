import { ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { personOf } from '../access/actor.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { demandPlace } from './conversation.policy.ts';

/** A participant has read everything so far; answers the conversation's id. An admin who only looks on leaves no trace. */
export async function markConversationRead(
  { em, actor, now }: Tx<'em' | 'actor' | 'now'>,
  { conversationId }: { conversationId: string },
): Promise<string> {
  await demandPlace({ db: writing(em).db, actor }, conversationId);
  const seat = await em.findOne(ConversationParticipant, {
    conversation: conversationId,
    user: personOf(actor),
    leftAt: null,
  });
  if (seat !== null) seat.lastReadAt = now;
  return conversationId;
}
