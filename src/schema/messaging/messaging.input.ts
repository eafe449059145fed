import { ArrayMaxSize, IsOptional, IsUUID } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Upload } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { searchedArgs } from '../shared/list.args.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { Lines } from '../shared/text.rules.ts';

@InputType({ description: 'A message to send: a text, files, or both.' })
export class SendMessageInput extends KeyedInput {
  @Field(() => ID, { description: 'The conversation.' })
  @IsUUID()
  conversationId!: string;

  @Field(() => String, { nullable: true, description: 'The text, at most 10,000 characters.' })
  @IsOptional()
  @Lines(0, 10_000)
  content?: string | null;

  @Field(() => [Upload], { nullable: true, description: 'Files to send along, at most 5.' })
  @IsOptional()
  @ArrayMaxSize(5)
  attachments?: unknown[] | null;
}

@InputType({ description: 'The conversation that was read.' })
export class MarkConversationReadInput {
  @Field(() => ID, { description: 'Conversation.' })
  @IsUUID()
  conversationId!: string;
}

@ArgsType()
export class MessageAddedArgs extends LiveArgs {
  @Field(() => ID, { description: 'The conversation to listen to.' })
  @IsUUID()
  conversationId!: string;
}

@ArgsType()
export class ConversationsArgs extends searchedArgs('ConversationSort', { of: 'conversations', within: 'a subject' }) {}

@ArgsType()
export class MessagesArgs extends searchedArgs('MessageSort', { of: 'messages', within: 'a message' }) {}
