import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { wordsText } from '../../services/kernel/search-query.ts';
import { base, instant, longText } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { User } from '../identity/user.entity.ts';
import { Conversation } from './conversation.entity.ts';
import { Visitor } from './visitor.entity.ts';

/** Seeds' types; a visitor's message is one of a person. */
export const messageTypes = [
  'USER_MESSAGE',
  'SYSTEM_MESSAGE',
  'SUPPORT_MESSAGE',
  'ADMIN_MESSAGE',
  'CONSULTATION_REQUEST',
] as const;
export type MessageType = (typeof messageTypes)[number];

/** Seeds’ states, as one person sees a message: derived, stored nowhere. */
export const messageStatuses = ['DRAFT', 'SENT', 'DELIVERED', 'READ', 'ARCHIVED'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

const words = ({ content }: { readonly content: string }): string => wordsText(content);

/** Who reads a message: everybody in the conversation, those of the team in it and admins, or admins. */
export const messageAudiences = ['ALL', 'STAFF', 'ADMIN'] as const;
export type MessageAudience = (typeof messageAudiences)[number];

/** One message. Owned by its sender; seen by the conversation's participants; deleted logically, erased with its sender. */
export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    ...base(),
    conversation: () => p.manyToOne(Conversation).lazyRef().deleteRule('cascade'),
    /** Null for a message of the application itself, and of a visitor. */
    sender: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('cascade').default(null),
    /** Who wrote it without an account; also once an account has the conversation. */
    visitor: () => p.manyToOne(Visitor).lazyRef().strictNullable().deleteRule('set null').default(null),
    type: p.enum(messageTypes).default('USER_MESSAGE'),
    /** What its writer says that it is about, where the conversation has a subject of its own. */
    subject: p.string().length(255).strictNullable().default(null),
    content: longText(),
    /** The words of the content as `wordsText` makes them: what is searched. */
    words: p.text().columnType('mediumtext').onCreate(words).onUpdate(words),
    /** Its number in the conversation: 1, 2, 3 …, in the order of commits. What has been read is a number. */
    seq: p.integer(),
    audience: p.enum(messageAudiences).default('ALL'),
    /** The message that it answers: of the same conversation, and itself no answer. */
    parent: () => p.manyToOne(Message).lazyRef().strictNullable().deleteRule('set null').default(null),
    pinnedAt: instant().strictNullable().default(null),
    editedAt: instant().strictNullable().default(null),
    deletedAt: instant().strictNullable().default(null),
    /** Why an admin deleted what somebody else wrote. */
    deletionReason: p.string().length(500).strictNullable().default(null),
    deletedBy: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('set null').default(null),
  },
  uniques: [{ properties: ['conversation', 'seq'] }],
  indexes: [
    { properties: ['conversation', 'createdAt', 'id'] },
    { properties: ['createdAt'] },
    // What is unread is counted in it alone.
    { name: 'message_unread_index', properties: ['conversation', 'seq', 'audience', 'deletedAt', 'sender'] },
  ],
});
export type Message = InferEntity<typeof Message>;

/** What a message said before it was edited. Read by admins; dies with the message. */
export const MessageRevision = defineEntity({
  name: 'MessageRevision',
  tableName: 'message_revision',
  properties: {
    ...base(),
    message: () => p.manyToOne(Message).lazyRef().deleteRule('cascade'),
    content: longText(),
  },
  indexes: [{ properties: ['message', 'createdAt', 'id'] }],
});
export type MessageRevision = InferEntity<typeof MessageRevision>;

/** A file sent with a message. Seen by whoever sees the message; dies with it or with the file. */
export const MessageAttachment = defineEntity({
  name: 'MessageAttachment',
  tableName: 'message_attachment',
  properties: {
    ...base(),
    message: () => p.manyToOne(Message).lazyRef().deleteRule('cascade'),
    file: () => p.manyToOne(StoredFile).lazyRef().deleteRule('cascade'),
  },
  uniques: [{ properties: ['message', 'file'] }],
});
export type MessageAttachment = InferEntity<typeof MessageAttachment>;
