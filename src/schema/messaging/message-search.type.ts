import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { queryDescription, sortedArgs } from '../shared/list.args.ts';
import { TextPartType } from '../shared/text-part.type.ts';
import { Line } from '../shared/text.rules.ts';
import { ConversationType } from './conversation.type.ts';
import { MessageType } from './message.type.ts';
import { ConversationFilterInput } from './messaging.input.ts';

@ObjectType('MessageHit', { description: 'A message in which something was found.', simpleResolvers: true })
export class MessageHitType {
  @Field(() => MessageType, { description: 'The message.' })
  message!: MessageType;

  @Field(() => [TextPartType], {
    description: 'Its text around the first word that was sought, in pieces. Never markup.',
  })
  fragment!: TextPartType[];
}

export const MessageHitConnection = connectionOf(MessageHitType, 'MessageHit', { isCounted: true });
export type MessageHitConnection = InstanceType<typeof MessageHitConnection>;

@InputType({ description: 'Which messages; what is absent does not matter.' })
export class MessageFilterInput {
  @Field(() => ID, { nullable: true, description: 'Those of this conversation.' })
  @IsOptional()
  @IsUUID()
  conversationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those that this person sent.' })
  @IsOptional()
  @IsUUID()
  authorId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Those sent from this instant on.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Those sent before this instant.' })
  @IsOptional()
  to?: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Those with files, or those without.' })
  @IsOptional()
  hasFile?: boolean | null;
}

@ObjectType('ConversationHit', { description: 'A conversation in which something was found.', simpleResolvers: true })
export class ConversationHitType {
  @Field(() => ConversationType, { description: 'The conversation.' })
  conversation!: ConversationType;

  @Field(() => [TextPartType], { description: 'Its subject, in pieces. Never markup.' })
  subject!: TextPartType[];

  message!: MessageHitType | null;
}

export const ConversationHitConnection = connectionOf(ConversationHitType, 'ConversationHit', { isCounted: true });
export type ConversationHitConnection = InstanceType<typeof ConversationHitConnection>;

@ArgsType()
export class SearchConversationsArgs extends sortedArgs('ConversationHitSort', 'conversations that were found') {
  @Field(() => String, { description: queryDescription('What to find') })
  @Line(1, 1_000)
  query!: string;

  @Field(() => ConversationFilterInput, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  filter?: ConversationFilterInput | null;
}

@ArgsType()
export class SearchMessagesArgs extends sortedArgs('MessageHitSort', 'messages that were found') {
  @Field(() => String, { description: queryDescription('What to find') })
  @Line(1, 1_000)
  query!: string;

  @Field(() => MessageFilterInput, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  filter?: MessageFilterInput | null;
}
