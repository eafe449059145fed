/** The public API of messaging. */
export { requirePart, listenersOf } from './conversation.policy.ts';
export { seesAll, servedBy } from './audience.ts';
export { deleteMessage, editMessage, pinMessage } from './change-message.ts';
export { conversationSourcesOf, type ConversationSource, type ConversationTopic, type Greeting } from './context.ts';
export {
  conversationAssigned,
  conversationClosed,
  conversationOpened,
  messageDeleted,
  messageEdited,
  messageSent,
} from './events.ts';
export { conversationUpdated, messageAdded, messageChanged, typing } from './live.ts';
export { markTyping, type MarkTyping } from './mark-typing.ts';
export {
  addParticipant,
  assignConversation,
  closeConversation,
  removeParticipant,
  reopenConversation,
} from './manage-conversation.ts';
export { markConversationRead, markConversationUnread, markMessageRead } from './mark-conversation-read.ts';
export {
  archiveConversation,
  archiveMessage,
  muteConversation,
  pinConversation,
  saveDraft,
  unarchiveConversation,
} from './own-part.ts';
export { messagesAfter, moveMessages, type SeenMessage } from './move-messages.ts';
export { syncConversation } from './sync-conversation.ts';
export { startConversation, startConversationWithFiles, type StartConversation } from './start-conversation.ts';
export {
  attachmentsOf,
  lastMessagesOf,
  mayReadAttachment,
  ownPartsOf,
  participantsOf,
  unreadCountsOf,
  unreadMessageCount,
  type OwnPart,
} from './queries/conversation-parts.ts';
export {
  conversationsAbout,
  getConversation,
  listConversations,
  type ConversationFilter,
} from './queries/list-conversations.ts';
export { listMessages, messagesByIds } from './queries/list-messages.ts';
export { conversationsOfParts, partKey, unreadOfParts, unreadTotalsOf } from './queries/parts-of-people.ts';
export { pendingConversations } from './queries/pending-conversations.ts';
export { searchConversations, type ConversationHit } from './queries/search-conversations.ts';
export { searchMessages, type MessageFilter, type MessageHit } from './queries/search-messages.ts';
export { readByTeam, readersOf, revisionsOf, statusesOf, type Reader, type Revision } from './queries/message-parts.ts';
export type { ConversationRow, MessageRow } from './queries/rows.ts';
export { sendMessage, type SendMessage } from './send-message.ts';
export { messageHeld, visitorForgotten, visitorWrote } from './visitors/events.ts';
export { markAsSpam, releaseHeldMessage, revokeVisitorLink, type MarkAsSpam } from './visitors/decide-held.ts';
export { blockInForms, unblockInForms } from './visitors/form-blocks.ts';
export {
  listFormBlocks,
  listHeldMessages,
  showVisitor,
  visitorNames,
  visitorsByIds,
  type FormBlockRow,
  type HeldMessageRow,
  type ListHeldMessages,
  type VisitorRow,
} from './visitors/queries/held-messages.ts';
export {
  requestVisitorDownload,
  showVisitorConversation,
  visitorConversation,
  type VisitorConversation,
} from './visitors/queries/visitor-conversation.ts';
export type { FormReceipt } from './visitors/receive-form.ts';
export { giveSubject, lockAskingVisitor, lockVisitor, type AskingVisitor } from './visitors/conversation-of-visitor.ts';
export { openByVisitorToken } from './visitors/visitor-token.ts';
export { visitorIdsOf, visitorsLeft } from './visitors/personal-data.ts';
export { prepareVisitorLink, visitorAddress } from './visitors/visitor-mails.ts';
export { visitorSample, visitorVariables } from './emails/visitor-contact-received.ts';
export { replyAsVisitor } from './visitors/reply-as-visitor.ts';
export { requestFreeSample } from './visitors/request-free-sample.ts';
export { sendContactForm } from './visitors/send-contact-form.ts';
export { messagingPersonalData } from './personal-data.ts';
export { messagingRetention } from './retention.ts';
export { messagingTasks } from './tasks/index.ts';
export { notifyAboutMessageTask, syncConversationTask } from './tasks/definitions.ts';
