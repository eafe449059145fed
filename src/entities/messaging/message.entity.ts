import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { User } from '../identity/user.entity.ts';
import { Conversation } from './conversation.entity.ts';

/** Seeds' types; visitors come with their own capability. */
export const messageTypes = [
  'USER_MESSAGE',
  'SYSTEM_MESSAGE',
  'SUPPORT_MESSAGE',
  'ADMIN_MESSAGE',
  'CONSULTATION_REQUEST',
] as const;
export type MessageType = (typeof messageTypes)[number];

/** One message. Owned by its sender; seen by the conversation's participants; deleted logically, erased with its sender. */
export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    ...base(),
    conversation: () => p.manyToOne(Conversation).lazyRef().deleteRule('cascade'),
    /** Null for a message of the application itself. */
    sender: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('cascade').default(null),
    type: p.enum(messageTypes).default('USER_MESSAGE'),
    content: p.text(),
    deletedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['conversation', 'createdAt', 'id'] }, { properties: ['createdAt'] }],
});
export type Message = InferEntity<typeof Message>;

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
