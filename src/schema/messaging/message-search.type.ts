import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { Line } from '../shared/text.rules.ts';
import { MessageType } from './message.type.ts';

@ObjectType('TextPart', { description: 'A piece of a text.', simpleResolvers: true })
export class TextPartType {
  @Field(() => String, { description: 'The piece.' })
  text!: string;

  @Field(() => Boolean, { description: 'It was sought.' })
  isMatch!: boolean;
}

@ObjectType('MessageHit', { description: 'A message in which something was found.', simpleResolvers: true })
export class MessageHitType {
  @Field(() => MessageType, { description: 'The message.' })
  message!: MessageType;

  @Field(() => [TextPartType], {
    description: 'Its text around the first word that was sought, in pieces. Never markup.',
  })
  fragment!: TextPartType[];
}

export const MessageHitConnection = connectionOf(MessageHitType, 'MessageHit');
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

@ArgsType()
export class SearchMessagesArgs extends sortedArgs('MessageHitSort', 'messages that were found') {
  @Field(() => String, {
    description:
      'What to find, 1 to 200 characters: words in any case and with or without accents, all of them; `"…"` for words one after another, `-word` for what must not be there, `word*` for a beginning of three letters or more.',
  })
  @Line(1, 1_000)
  query!: string;

  @Field(() => MessageFilterInput, { nullable: true, description: 'Which of them.' })
  @IsOptional()
  @ValidateNested()
  filter?: MessageFilterInput | null;
}
