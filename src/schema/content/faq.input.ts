import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Locale } from '../../services/kernel/locale.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { Label, Line, PlainLines } from '../shared/text.rules.ts';

@InputType({ description: 'A question and its answer: plain text.' })
export class CreateFaqEntryInput extends KeyedInput {
  @Field(() => String, { description: 'The question, 1 to 500 characters; no other entry asks it.' })
  @Line(1, 500)
  question!: string;

  @Field(() => String, { description: 'The answer, 1 to 10,000 characters, without markup.' })
  @PlainLines(1, 10_000)
  answer!: string;

  @Field(() => String, { nullable: true, description: 'Further details: at most 10,000 characters, without markup.' })
  @IsOptional()
  @PlainLines(0, 10_000)
  details?: string | null;

  @Field(() => String, { description: 'The name of a category that there is.' })
  @Line(1, 100)
  category!: string;

  @Field(() => LocaleEnum, { nullable: true, description: 'The language of both; French unless said.' })
  @IsOptional()
  locale?: Locale | null;

  @Field(() => Boolean, { nullable: true, description: 'Shown to everyone unless said.' })
  @IsOptional()
  isVisible?: boolean | null;
}

@InputType({ description: 'An entry of the frequently asked questions.' })
export class FaqEntryIdInput {
  @Field(() => ID, { description: 'The entry.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'New words of an entry; what is absent stays as it is.' })
export class UpdateFaqEntryInput extends FaqEntryIdInput {
  @Field(() => Int, { description: 'Its version as it was read; CONFLICT when somebody changed it since.' })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version!: number;

  @Field(() => String, { nullable: true, description: 'The question, 1 to 500 characters.' })
  @IsOptional()
  @Line(1, 500)
  question?: string;

  @Field(() => String, { nullable: true, description: 'The answer, 1 to 10,000 characters, without markup.' })
  @IsOptional()
  @PlainLines(1, 10_000)
  answer?: string;

  @Field(() => String, { nullable: true, description: 'Further details; null for none.' })
  @IsOptional()
  @PlainLines(0, 10_000)
  details?: string | null;

  @Field(() => String, { nullable: true, description: 'The name of a category that there is.' })
  @IsOptional()
  @Line(1, 100)
  category?: string;

  @Field(() => LocaleEnum, { nullable: true, description: 'The language of its words.' })
  @IsOptional()
  locale?: Locale | null;
}

@InputType({ description: 'Whether everyone sees an entry.' })
export class SetFaqVisibilityInput extends FaqEntryIdInput {
  @Field(() => Boolean, { description: 'Is it shown?' })
  isVisible!: boolean;
}

@InputType({ description: 'What somebody thinks of an answer.' })
export class RateFaqEntryInput extends FaqEntryIdInput {
  @Field(() => Boolean, { description: 'Was it useful?' })
  isUseful!: boolean;
}

@InputType({ description: 'A family of questions.' })
export class CreateFaqCategoryInput extends KeyedInput {
  @Field(() => String, { description: 'Its name, 1 to 100 characters; no other one has it.' })
  @Label(100)
  name!: string;
}

@InputType({ description: 'A family of questions.' })
export class FaqCategoryIdInput {
  @Field(() => ID, { description: 'The family.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'The new name of a family of questions.' })
export class RenameFaqCategoryInput extends FaqCategoryIdInput {
  @Field(() => String, { description: 'Its name, 1 to 100 characters; no other one has it.' })
  @Label(100)
  name!: string;
}
