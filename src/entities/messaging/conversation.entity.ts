import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, createdAt, folded, identifier, instant, subjectType } from '../base.ts';
import { User } from '../identity/user.entity.ts';

/** People talking about something. Seen by its participants and by admins; dies with the last participant's erasure. */
export const Conversation = defineEntity({
  name: 'Conversation',
  tableName: 'conversation',
  properties: {
    ...base(),
    /** What it is called: the title of what it is about. */
    subject: p.string().length(255),
    /** The same as people sort and search it. */
    subjectKey: folded(510, ({ subject }: { readonly subject: string }) => subject),
    /** What it is about: only its type and id are known here. */
    contextType: subjectType(),
    contextId: identifier(),
    /** When the last message was sent; the first one is the application's. */
    lastMessageAt: instant(),
  },
  uniques: [{ properties: ['contextType', 'contextId'] }],
  indexes: [{ properties: ['lastMessageAt', 'id'] }, { properties: ['subjectKey', 'id'] }],
});
export type Conversation = InferEntity<typeof Conversation>;

/** A person's part in a conversation: since when, until when, and what they have read. Dies with either. */
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
    /** That of the conversation, so that a person's own are read in their order. */
    lastMessageAt: createdAt(),
  },
  uniques: [{ properties: ['conversation', 'user'] }],
  indexes: [{ properties: ['user', 'leftAt', 'lastMessageAt', 'conversation'] }],
});
export type ConversationParticipant = InferEntity<typeof ConversationParticipant>;
