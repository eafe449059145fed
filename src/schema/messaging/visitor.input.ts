import { IsDefined, IsEnum, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { FormBlockKind } from '../../entities/messaging/visitor.entity.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { EmailAddress, Upload } from '../scalars/index.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { FullName, Label, Line, Lines, Secret } from '../shared/text.rules.ts';
import { TicketedInput } from '../shared/ticketed.input.ts';
import { FormBlockKindEnum } from './visitor.enums.ts';

/** What every form of a visitor says. */
@InputType()
abstract class VisitorFormInput extends TicketedInput {
  @Field(() => String, { description: 'Their name, 2 to 255 characters; no web address.' })
  @FullName()
  name!: string;

  @Field(() => EmailAddress, { description: 'Their address: the link to the conversation is mailed there.' })
  @MaxLength(255)
  email!: string;

  @Field(() => String, { description: 'The message, 1 to 10,000 characters.' })
  @Lines(1, 10_000)
  content!: string;

  @Field(() => String, {
    description: 'Version of the privacy policy that was shown and that they agreed to, as 2026-11-20.',
  })
  @Line(0, 20)
  @Matches(/^[\w.-]{1,20}$/)
  consent!: string;

  @Field(() => LocaleEnum, { defaultValue: LocaleEnum.FR, description: 'Language to write to them in.' })
  locale!: Locale;
}

@InputType({ description: 'A message to the business, without an account.' })
export class SendContactFormInput extends VisitorFormInput {
  @Field(() => String, { description: 'What it is about, 1 to 255 characters.' })
  @Line(1, 255)
  subject!: string;
}

@InputType({ description: 'A text to be proofread for nothing, without an account.' })
export class RequestFreeSampleInput extends VisitorFormInput {
  @Field(() => String, { description: 'The genre of the text, 2 to 100 characters: novel, thesis, poetry …' })
  @Label(100, 2)
  genre!: string;

  @Field(() => Upload, { description: 'The text: PDF, DOCX, ODT, RTF, EPUB, TXT or MD, at most 10 MiB.' })
  @IsDefined()
  file!: unknown;
}

@ArgsType()
export class VisitorTokenArgs {
  @Field(() => String, { description: 'The token of the mailed link.' })
  @Secret(200)
  token!: string;
}

@InputType({ description: 'A message in a conversation without an account.' })
export class ReplyAsVisitorInput {
  @Field(() => String, { description: 'The token of the mailed link.' })
  @Secret(200)
  token!: string;

  @Field(() => String, { description: 'The text, 1 to 10,000 characters.' })
  @Lines(1, 10_000)
  content!: string;

  @Field(() => Upload, { nullable: true, description: 'A document or a picture to send along, at most 10 MiB.' })
  @IsOptional()
  file?: unknown;
}

@InputType({ description: 'A file of a conversation without an account.' })
export class RequestVisitorDownloadInput {
  @Field(() => String, { description: 'The token of the mailed link.' })
  @Secret(200)
  token!: string;

  @Field(() => ID, { description: 'A file of the conversation.' })
  @MaxLength(36)
  fileId!: string;
}

@InputType({ description: 'Which held message.' })
export class HeldMessageInput {
  @Field(() => ID, { description: 'The message.' })
  @IsUUID()
  heldMessageId!: string;
}

@InputType({ description: 'What is spam: a held message, or the conversation of a visitor.' })
export class MarkAsSpamInput {
  @Field(() => ID, { nullable: true, description: 'A held message; needed without a conversation.' })
  @IsOptional()
  @IsUUID()
  heldMessageId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A conversation that a visitor began; needed without a message.' })
  @IsOptional()
  @IsUUID()
  conversationId?: string | null;
}

@InputType({ description: 'What messages are to be held for.' })
export class BlockInFormsInput {
  @Field(() => FormBlockKindEnum, { description: 'What it is.' })
  @IsEnum(FormBlockKindEnum)
  kind!: FormBlockKind;

  @Field(() => String, { description: 'The word, the address or the site, 2 to 255 characters.' })
  @Line(2, 255)
  value!: string;
}

@InputType({ description: 'What messages are held for no more.' })
export class UnblockInFormsInput {
  @Field(() => ID, { description: 'From `formBlocks`.' })
  @IsUUID()
  formBlockId!: string;
}

@ArgsType()
export class HeldMessagesArgs extends sortedArgs('HeldMessageSort', 'held messages') {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that were marked as spam; those that wait for a decision unless true.',
  })
  @IsOptional()
  isSpam?: boolean | null;
}

@ArgsType()
export class FormBlocksArgs extends sortedArgs('FormBlockSort', 'what messages are held for') {}
