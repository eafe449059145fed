/** The public API of messaging. */
export { requireRole, listenersOf } from './conversation.policy.ts';
export { conversationSourcesOf, type ConversationSource, type Greeting } from './context.ts';
export { messageSent } from './events.ts';
export { messageAdded } from './live.ts';
export { markConversationRead } from './mark-conversation-read.ts';
export {
  attachmentsOf,
  lastMessagesOf,
  mayReadAttachment,
  participantsOf,
  unreadCountsOf,
} from './queries/conversation-parts.ts';
export { conversationsAbout, getConversation, listConversations } from './queries/list-conversations.ts';
export { listMessages, messagesByIds } from './queries/list-messages.ts';
export type { ConversationRow, MessageRow } from './queries/rows.ts';
export { sendMessage, type SendMessage } from './send-message.ts';
export { messagingPersonalData } from './personal-data.ts';
export { messagingRetention } from './retention.ts';
export { messagingTasks } from './tasks/index.ts';
export { notifyAboutMessageTask, syncConversationTask } from './tasks/definitions.ts';
