import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { UserType } from '../identity/user.type.ts';
import { MessageType } from './message.type.ts';

@ObjectType('Conversation', { description: 'People talking about an order.', simpleResolvers: true })
export class ConversationType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What it is about: the title of the manuscript.' })
  subject!: string;

  @Field(() => ID, { description: 'The order it is about.' })
  contextId!: string;

  @Field(() => DateTime, { description: 'When something was last said.' })
  lastMessageAt!: unknown;

  @Field(() => DateTime, { description: 'When it was opened.' })
  createdAt!: unknown;

  @Field(() => MessageType, { nullable: true, description: 'What was last said; null when nothing is left.' })
  lastMessage!: MessageType | null;

  @Field(() => Int, { description: 'How many messages of others you have not read; 0 when you are not a participant.' })
  unreadCount!: number;

  @Field(() => [UserType], { description: 'Who takes part now.' })
  participants!: UserType[];
}

export const ConversationConnection = connectionOf(ConversationType, 'Conversation', { isCounted: true });
export type ConversationConnection = InstanceType<typeof ConversationConnection>;
