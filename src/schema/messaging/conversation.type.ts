import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { conversationStatuses } from '../../entities/messaging/conversation.entity.ts';
import { Cursor, DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { UserType } from '../identity/user.type.ts';
import { MessageType } from './message.type.ts';
import { VisitorType } from './visitor.type.ts';

export const ConversationStatusEnum = enumOf(conversationStatuses);
registerEnumType(ConversationStatusEnum, {
  name: 'ConversationStatus',
  description: 'Whose turn it is in a conversation.',
  valuesConfig: {
    OPEN: { description: 'The team’s.' },
    WAITING: { description: 'Theirs whom the conversation serves: the team wrote last.' },
    CLOSED: { description: 'Nobody’s, until the team opens it again.' },
  },
});

/** What a conversation may be about, as people choose it. */
export const conversationKinds = ['ORDER', 'BOOKING', 'TICKET', 'DIRECT', 'VISITOR'] as const;
export const ConversationKindEnum = enumOf(conversationKinds);
registerEnumType(ConversationKindEnum, {
  name: 'ConversationKind',
  description: 'What a conversation is about.',
  valuesConfig: {
    ORDER: { description: 'An order.' },
    BOOKING: { description: 'An appointment.' },
    TICKET: { description: 'A support ticket.' },
    DIRECT: { description: 'Nothing but what is said in it.' },
    VISITOR: { description: 'The same, with somebody who has no account.' },
  },
});

@ObjectType('Conversation', {
  description: 'Messages between people about something they share, such as an order.',
  simpleResolvers: true,
})
export class ConversationType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'The title of what it is about.' })
  subject!: string;

  @Field(() => ConversationKindEnum, { description: 'What it is about.' })
  kind!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The object it is about, an order for instance; null when it is about nothing else.',
  })
  contextId!: string | null;

  @Field(() => ConversationStatusEnum, { description: 'Whose turn it is.' })
  status!: string;

  @Field(() => VisitorType, {
    nullable: true,
    description:
      'Who began it without an account, for those who handle visitors; null for others, and where an account began it.',
  })
  visitor!: VisitorType | null;

  @Field(() => UserType, { nullable: true, description: 'Who of the team looks after it; only the team sees whom.' })
  assignee!: UserType | null;

  @Field(() => Boolean, { description: 'You archived it; it comes back when somebody writes in it.' })
  isArchived!: boolean;

  @Field(() => Boolean, { description: 'You keep it before your others.' })
  isPinned!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when you hear nothing of it; null unless you muted it.',
  })
  mutedUntil!: unknown;

  @Field(() => String, { nullable: true, description: 'What you have begun to write; nobody else reads it.' })
  draft!: string | null;

  @Field(() => DateTime, { description: 'When the last message was sent.' })
  lastMessageAt!: unknown;

  @Field(() => DateTime, { description: 'When it was opened.' })
  createdAt!: unknown;

  @Field(() => MessageType, { nullable: true, description: 'The last message; null when none is left.' })
  lastMessage!: MessageType | null;

  @Field(() => Int, { description: 'How many messages of others you have not read; 0 when you are not a participant.' })
  unreadCount!: number;

  @Field(() => [UserType], { description: 'Who takes part now.' })
  participants!: UserType[];
}

export const ConversationConnection = connectionOf(ConversationType, 'Conversation', { isCounted: true });
export type ConversationConnection = InstanceType<typeof ConversationConnection>;

@ObjectType('ConversationUpdated', {
  description: 'Something of a conversation of yours has changed.',
  simpleResolvers: true,
})
export class ConversationUpdatedType {
  @Field(() => ConversationType, {
    nullable: true,
    description: 'The conversation as it is now; null once you have left it.',
  })
  conversation!: ConversationType | null;

  @Field(() => Int, {
    description: 'How many messages you have not read in all of your conversations that are not muted.',
  })
  unreadMessageCount!: number;

  @Field(() => Cursor, { description: 'Position in the stream: give it back as `after` when you reconnect.' })
  cursor!: string;
}
