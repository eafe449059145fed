import { IsUUID } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Locale } from '../../services/kernel/locale.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { Line, Lines } from '../shared/text.rules.ts';

@ObjectType('CannedReply', { description: 'An answer that the team keeps ready.', simpleResolvers: true })
export class CannedReplyType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What the team calls it.' })
  name!: string;

  @Field(() => LocaleEnum, { description: 'Its language.' })
  locale!: string;

  @Field(() => String, {
    description: 'Its text, with `{{firstName}}`, `{{reference}}` and `{{title}}` to be filled in.',
  })
  content!: string;
}

@InputType({ description: 'An answer to keep ready.' })
export class CreateCannedReplyInput extends KeyedInput {
  @Field(() => String, { description: 'What the team calls it, 1 to 100 characters; one of each name and language.' })
  @Line(1, 100)
  name!: string;

  @Field(() => LocaleEnum, { description: 'Its language.' })
  locale!: Locale;

  @Field(() => String, {
    description:
      'Its text, 1 to 10,000 characters, with `{{firstName}}`, `{{reference}}` and `{{title}}` and no others.',
  })
  @Lines(1, 10_000)
  content!: string;
}

@InputType({ description: 'What an answer that is kept ready says from now on.' })
export class UpdateCannedReplyInput {
  @Field(() => ID, { description: 'The canned reply.' })
  @IsUUID()
  id!: string;

  @Field(() => String, { description: 'What the team calls it, 1 to 100 characters.' })
  @Line(1, 100)
  name!: string;

  @Field(() => LocaleEnum, { description: 'Its language.' })
  locale!: Locale;

  @Field(() => String, { description: 'Its text, 1 to 10,000 characters.' })
  @Lines(1, 10_000)
  content!: string;
}

@InputType({ description: 'Which canned reply.' })
export class CannedReplyInput {
  @Field(() => ID, { description: 'The canned reply.' })
  @IsUUID()
  id!: string;
}

@ArgsType()
export class CannedReplyTextArgs {
  @Field(() => ID, { description: 'The canned reply.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The ticket that it answers.' })
  @IsUUID()
  ticketId!: string;
}
