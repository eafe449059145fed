import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { UserType } from '../identity/user.type.ts';
import { MessageType } from './message.type.ts';

@ObjectType('Conversation', {
  description: 'Messages between people about something they share, such as an order.',
  simpleResolvers: true,
})
export class ConversationType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'The title of what it is about.' })
  subject!: string;

  @Field(() => ID, { description: 'The object it is about, an order for instance.' })
  contextId!: string;

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
