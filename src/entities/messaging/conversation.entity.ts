import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { User } from '../identity/user.entity.ts';

/** What a conversation is about; messaging knows the kind and the id, never the thing itself. */
export const conversationContexts = ['ORDER'] as const;

/** People talking. Seen by its participants and by admins; dies with the last participant's erasure. */
export const Conversation = defineEntity({
  name: 'Conversation',
  tableName: 'conversation',
  properties: {
    ...base(),
    subject: p.string().length(255),
    contextType: p.enum(conversationContexts),
    contextId: identifier(),
    /** When something was last said; the house says the first word. */
    lastMessageAt: instant(),
  },
  uniques: [{ properties: ['contextType', 'contextId'] }],
  indexes: [{ properties: ['lastMessageAt', 'id'] }],
});
export type Conversation = InferEntity<typeof Conversation>;

/** A person's place in a conversation: since when, until when, and what they have read. Dies with either. */
export const ConversationParticipant = defineEntity({
  name: 'ConversationParticipant',
  tableName: 'conversation_participant',
  properties: {
    ...base(),
    conversation: () => p.manyToOne(Conversation).lazyRef().deleteRule('cascade'),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    /** Someone who left (a reassigned proofreader) sees nothing any more. */
    leftAt: instant().strictNullable().default(null),
    lastReadAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['conversation', 'user'] }],
  indexes: [{ properties: ['user', 'leftAt'] }],
});
export type ConversationParticipant = InferEntity<typeof ConversationParticipant>;
