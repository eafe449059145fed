import { Conversation, ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import type { Locale } from '../kernel/locale.ts';
import { recipientsOf } from '../notifications/index.ts';
import { takeTurn } from '../platform/exclusive.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { addMessage } from './add-message.ts';
import { conversationOpened } from './events.ts';

interface Words {
  readonly subject: string;
  readonly content: string;
}

const words: Readonly<Record<Locale, (firstName: string) => Words>> = {
  fr: (firstName) => ({
    subject: 'Bienvenue',
    content: `Bonjour ${firstName}, bienvenue\u00a0! Une question sur un texte, un prix ou un délai\u00a0? Écrivez-nous ici\u00a0: l’équipe vous répond dans cette conversation.`,
  }),
  en: (firstName) => ({
    subject: 'Welcome',
    content: `Hello ${firstName}, welcome! Do you have a question about a text, a price or a date? Write to us here: the team answers in this conversation.`,
  }),
};

type Welcoming = Tx<'em' | 'now' | 'emit' | 'publish' | 'record'>;

/** Somebody’s account is active: a conversation with the team in which they are welcomed, once. An admin is of the team. */
export async function welcome(tx: Welcoming, { userId }: { readonly userId: string }): Promise<void> {
  const person = (await recipientsOf(tx, [userId])).get(userId);
  if (person === undefined || person.role === 'ADMIN') return;
  await takeTurn(tx, 'welcome', userId);
  if (await isWelcomed(tx, userId)) return;
  const { subject, content } = words[person.locale](person.firstName);
  const conversation = tx.em.create(Conversation, {
    // Nobody of the team has anything to answer yet.
    ...{ subject, contextType: 'DIRECT', status: 'WAITING', lastMessageAt: tx.now },
  });
  tx.em.create(ConversationParticipant, { conversation, user: userId, side: 'OUTSIDE', lastMessageAt: tx.now });
  tx.record({ action: 'CONVERSATION_OPENED', targetType: 'conversation', targetId: conversation.id });
  tx.emit(conversationOpened, { conversationId: conversation.id });
  await addMessage(tx, { conversation, content, type: 'SYSTEM_MESSAGE', sender: null });
}

/** No other conversation about nothing else begins with a message of the application. */
async function isWelcomed({ em }: Pick<Welcoming, 'em'>, userId: string): Promise<boolean> {
  const row = await writing(em)
    .db.selectFrom('conversation_participant as p')
    .innerJoin('conversation as c', 'c.id', 'p.conversation_id')
    .innerJoin('message as m', (join) => join.onRef('m.conversation_id', '=', 'c.id').on('m.seq', '=', 1))
    .select('c.id')
    .where('p.user_id', '=', userId)
    .where('c.context_type', '=', 'DIRECT')
    .where('m.type', '=', 'SYSTEM_MESSAGE')
    .executeTakeFirst();
  return row !== undefined;
}
