import { ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { Message } from '../../entities/messaging/message.entity.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { PersonKeeper } from '../platform/ports.ts';

/** What the person said goes, and their seats with it; what others said to them is the others'. */
export const messagingKeeper: PersonKeeper = {
  holdings: async ({ db }, userId) => {
    const messages = await db.selectFrom('message').select(({ fn }) => fn.countAll().as('n')).where('sender_id', '=', userId).executeTakeFirst();
    return [{ record: 'MESSAGES', count: numberFrom(messages?.n), fate: 'DELETED' }];
  },
  forget: async ({ em }, userId) => {
    await em.nativeDelete(Message, { sender: userId });
    await em.nativeDelete(ConversationParticipant, { user: userId });
  },
};
