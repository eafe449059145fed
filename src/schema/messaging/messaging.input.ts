import { ArrayMaxSize, IsDate, IsEnum, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { ConversationContext, ConversationStatus } from '../../entities/messaging/conversation.entity.ts';
import type { MessageAudience } from '../../entities/messaging/message.entity.ts';
import { DateTime, Upload } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { searchedArgs } from '../shared/list.args.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { Line, Lines } from '../shared/text.rules.ts';
import { ConversationKindEnum, ConversationStatusEnum } from './conversation.type.ts';
import { MessageAudienceEnum } from './message.type.ts';

@InputType({ description: 'A message to send: a text, files, or both.' })
export class SendMessageInput extends KeyedInput {
  @Field(() => ID, { description: 'The conversation.' })
  @IsUUID()
  conversationId!: string;

  @Field(() => String, { nullable: true, description: 'The text, at most 20,000 characters.' })
  @IsOptional()
  @Lines(0, 20_000)
  content?: string | null;

  @Field(() => MessageAudienceEnum, {
    nullable: true,
    description: 'Who reads it; everybody in the conversation unless given. Only the team writes for fewer.',
  })
  @IsOptional()
  @IsEnum(MessageAudienceEnum)
  audience?: MessageAudience | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The message of the conversation that it answers. Threads have one level: an answer to an answer joins it. An answer to an internal note is no less internal.',
  })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  @Field(() => [Upload], { nullable: true, description: 'Files to send along, at most 10.' })
  @IsOptional()
  @ArrayMaxSize(10)
  attachments?: unknown[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Files of messages that you may read, to send along once more: nothing is copied. At most 10 together with the new ones.',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  fileIds?: string[] | null;
}

@InputType({ description: 'Which message.' })
export class MessageInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  messageId!: string;
}

@InputType({ description: 'Which conversation.' })
export class ConversationInput {
  @Field(() => ID, { description: 'Conversation.' })
  @IsUUID()
  conversationId!: string;
}

@InputType({ description: 'Where you are writing, and for whom.' })
export class MarkTypingInput extends ConversationInput {
  @Field(() => MessageAudienceEnum, {
    nullable: true,
    description: 'Who would read it; everybody in the conversation unless given. Only the team writes for fewer.',
  })
  @IsOptional()
  @IsEnum(MessageAudienceEnum)
  audience?: MessageAudience | null;
}

@InputType({ description: 'The conversation that was read, and how far.' })
export class MarkConversationReadInput extends ConversationInput {
  @Field(() => ID, { nullable: true, description: 'The last message you saw; the last there is, unless given.' })
  @IsOptional()
  @IsUUID()
  upTo?: string | null;
}

@InputType({ description: 'Whether a conversation stands before your others.' })
export class PinConversationInput extends ConversationInput {
  @Field(() => Boolean, { description: 'Before the others, or among them.' })
  isPinned!: boolean;
}

@InputType({ description: 'Until when a conversation is quiet.' })
export class MuteConversationInput extends ConversationInput {
  @Field(() => DateTime, { nullable: true, description: 'Nobody notifies you of it until then; null: they do again.' })
  @IsOptional()
  @IsDate()
  until!: Date | null;
}

@InputType({ description: 'What you have begun to write.' })
export class SaveDraftInput extends ConversationInput {
  @Field(() => String, { description: 'The text, at most 20,000 characters; an empty one forgets the draft.' })
  @Lines(0, 20_000)
  text!: string;
}

@InputType({ description: 'Who looks after a conversation.' })
export class AssignConversationInput extends ConversationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An admin, or whoever handles such conversations; null: nobody in particular.',
  })
  @IsOptional()
  @IsUUID()
  userId!: string | null;
}

@InputType({ description: 'A person and a conversation.' })
export class ConversationPersonInput extends ConversationInput {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  userId!: string;
}

@InputType()
abstract class OpenConversationInput extends KeyedInput {
  @Field(() => String, { description: 'What it is about, 1 to 255 characters.' })
  @Line(1, 255)
  subject!: string;

  @Field(() => String, { description: 'The first message, 1 to 20,000 characters.' })
  @Lines(1, 20_000)
  content!: string;

  @Field(() => [Upload], { nullable: true, description: 'Files to send along, at most 10.' })
  @IsOptional()
  @ArrayMaxSize(10)
  attachments?: unknown[] | null;
}

@InputType({ description: 'A conversation to open with the team, or a message in the one about an order.' })
export class StartConversationInput extends OpenConversationInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'An order of yours that it is about: there is one conversation about it, where the message goes instead, with the subject as its own (`Message.subject`).',
  })
  @IsOptional()
  @IsUUID()
  orderId?: string | null;
}

@InputType({ description: 'A conversation to open with somebody.' })
export class StartConversationWithInput extends OpenConversationInput {
  @Field(() => ID, { description: 'With whom.' })
  @IsUUID()
  userId!: string;
}

@InputType({ description: 'What a message is to say instead.' })
export class EditMessageInput {
  @Field(() => ID, { description: 'A message that you sent less than 15 minutes ago.' })
  @IsUUID()
  messageId!: string;

  @Field(() => String, { description: 'The text, at most 20,000 characters; empty only when it has files.' })
  @Lines(0, 20_000)
  content!: string;
}

@InputType({ description: 'A message to take back.' })
export class DeleteMessageInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  messageId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, 1 to 500 characters: asked of an admin who deletes what somebody else wrote.',
  })
  @IsOptional()
  @Lines(1, 500)
  reason?: string | null;
}

@InputType({ description: 'Whether a message is kept in sight.' })
export class PinMessageInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  messageId!: string;

  @Field(() => Boolean, { description: 'Kept in sight for everybody who reads it, or not any more.' })
  isPinned!: boolean;
}

@InputType({ description: 'Which conversations; what is absent does not matter.' })
export class ConversationFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'Those that you archived, or those that you did not.' })
  @IsOptional()
  isArchived?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that you pinned, or those that you did not.' })
  @IsOptional()
  isPinned?: boolean | null;

  @Field(() => ConversationStatusEnum, { nullable: true, description: 'Those that stand here.' })
  @IsOptional()
  @IsEnum(ConversationStatusEnum)
  status?: ConversationStatus | null;

  @Field(() => ConversationKindEnum, { nullable: true, description: 'Those about this.' })
  @IsOptional()
  @IsEnum(ConversationKindEnum)
  kind?: ConversationContext | null;

  @Field(() => ID, { nullable: true, description: 'Those that this admin looks after.' })
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;
}

@ArgsType()
export class MessageAddedArgs extends LiveArgs {
  @Field(() => ID, { description: 'The conversation to listen to.' })
  @IsUUID()
  conversationId!: string;
}

@ArgsType()
export class TypingArgs {
  @Field(() => ID, { description: 'The conversation to watch.' })
  @IsUUID()
  conversationId!: string;
}

@ArgsType()
export class ConversationsArgs extends searchedArgs('ConversationSort', { of: 'conversations', within: 'a subject' }) {
  @Field(() => ConversationFilterInput, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  filter?: ConversationFilterInput | null;
}

@ArgsType()
export class MessagesArgs extends searchedArgs('MessageSort', { of: 'messages', within: 'a message' }) {}
