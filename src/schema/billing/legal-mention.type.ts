import { IsOptional, Matches } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { MentionCondition, MentionPlace } from '../../services/kernel/vat.ts';
import { LocalDate } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Line } from '../shared/text.rules.ts';
import { MentionConditionEnum, MentionPlaceEnum } from './vat.enums.ts';

@ObjectType('LegalMention', {
  description: 'A mention that the law wants on invoices. Of those with one code the newest in force stands.',
  simpleResolvers: true,
})
export class LegalMentionType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What it is about: franchise.' })
  code!: string;

  @Field(() => MentionPlaceEnum, { description: 'Where it stands.' })
  place!: MentionPlace;

  @Field(() => MentionConditionEnum, { description: 'Which invoices it is for.' })
  appliesTo!: MentionCondition;

  @Field(() => String, { description: 'Its words in French.' })
  textFr!: string;

  @Field(() => String, { description: 'Its words in English.' })
  textEn!: string;

  @Field(() => LocalDate, { description: 'The first day of issue on which it stands.' })
  validFrom!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day on which it stands; null: until another with its code begins.',
  })
  validUntil!: string | null;

  @Field(() => String, { description: 'The law that wants it.' })
  source!: string;
}

@InputType({ description: 'A legal mention to add. It takes the place of the one with its code.' })
export class AddLegalMentionInput extends KeyedInput {
  @Field(() => String, { description: 'What it is about: small letters, digits and hyphens, 3 to 40.' })
  @Line(3, 40)
  @Matches(/^[a-z][a-z0-9-]*$/)
  code!: string;

  @Field(() => MentionPlaceEnum, { description: 'Where it stands.' })
  place!: MentionPlace;

  @Field(() => MentionConditionEnum, { description: 'Which invoices it is for.' })
  appliesTo!: MentionCondition;

  @Field(() => String, { description: 'Its words in French, 500 characters at most.' })
  @Line(1, 500)
  textFr!: string;

  @Field(() => String, { description: 'Its words in English, 500 characters at most.' })
  @Line(1, 500)
  textEn!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day of issue on which it stands, today or later; default today.',
  })
  @IsOptional()
  validFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day on which it stands; default no last day.' })
  @IsOptional()
  validUntil?: string | null;

  @Field(() => String, { description: 'The law that wants it, 255 characters at most.' })
  @Line(1, 255)
  source!: string;
}
