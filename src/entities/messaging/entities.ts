import { Conversation, ConversationParticipant } from './conversation.entity.ts';
import { Message, MessageAttachment, MessageRevision } from './message.entity.ts';
import { FormBlock, HeldMessage, Visitor } from './visitor.entity.ts';

/** The entities of messaging, for the list of all. */
export const messagingEntities = [
  Conversation,
  ConversationParticipant,
  Message,
  MessageAttachment,
  MessageRevision,
  Visitor,
  HeldMessage,
  FormBlock,
] as const;
