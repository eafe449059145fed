import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { TopicType } from '../../services/kernel/subject.ts';
import { base, createdAt, folded, identifier, instant, longText, searched } from '../base.ts';
import { User } from '../identity/user.entity.ts';
import { Visitor } from './visitor.entity.ts';

/** OPEN: the team has to answer. WAITING: the team wrote last. CLOSED: nobody writes until the team opens it again. */
export const conversationStatuses = ['OPEN', 'WAITING', 'CLOSED'] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

/** What a conversation may be about: a thing of a module, or only what is said in it, with an account or without. */
export type ConversationContext = TopicType | 'DIRECT' | 'VISITOR';

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
    /** What it is searched by, beside its messages. */
    words: searched(({ subject }: { readonly subject: string }) => subject),
    /** What it is about: only its type and id are known here. A conversation about nothing else is `DIRECT`, or `VISITOR`, without an id. */
    contextType: p.string().length(40).$type<ConversationContext>(),
    contextId: identifier().strictNullable().default(null),
    status: p.enum(conversationStatuses).default('OPEN'),
    /** Who of the team looks after it; null for nobody in particular. */
    assignee: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** Who began it without an account; also once an account has it. */
    visitor: () => p.manyToOne(Visitor).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** The number that the next message gets. Taken under the lock of the row, so that numbers follow the order of commits. */
    nextSeq: p.integer().default(1),
    /** When somebody of the team, and when somebody else, last wrote what everybody reads. */
    lastStaffAt: instant().strictNullable().default(null),
    lastOutsideAt: instant().strictNullable().default(null),
    /** When the team first answered. */
    firstResponseAt: instant().strictNullable().default(null),
    /** The conversation that everything said in this one has gone into; what is written here is said there. */
    movedTo: () => p.manyToOne(Conversation).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** When the last message was sent; the first one is the application's. */
    lastMessageAt: instant(),
  },
  uniques: [{ properties: ['contextType', 'contextId'] }],
  indexes: [{ properties: ['lastMessageAt', 'id'] }, { properties: ['subjectKey', 'id'] }],
});
export type Conversation = InferEntity<typeof Conversation>;

/** Those whom the conversation serves, and those of the team in it. */
export const conversationSides = ['OUTSIDE', 'STAFF'] as const;
export type ConversationSide = (typeof conversationSides)[number];

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
    side: p.enum(conversationSides).default('OUTSIDE'),
    /** The number of the last message they have read; 0 for none. */
    lastReadSeq: p.integer().default(0),
    /** Up to which number a mail has named what is here, where it named it elsewhere: before a merge, or in a mail to a visitor. */
    mailedSeq: p.integer().default(0),
    /** When they last said so. */
    lastReadAt: instant().strictNullable().default(null),
    archivedAt: instant().strictNullable().default(null),
    pinnedAt: instant().strictNullable().default(null),
    mutedUntil: instant().strictNullable().default(null),
    /** What they have begun to write: nobody else reads it. */
    draft: longText().strictNullable().default(null),
    /** That of the conversation, so that a person's own are read in their order. */
    lastMessageAt: createdAt(),
  },
  uniques: [{ properties: ['conversation', 'user'] }],
  indexes: [{ properties: ['user', 'leftAt', 'lastMessageAt', 'conversation'] }],
});
export type ConversationParticipant = InferEntity<typeof ConversationParticipant>;
