import { ArrayMaxSize, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { CabinetColour } from '../../entities/archive/cabinet.entity.ts';
import type { CustomFieldKind, KeepingEnd, KeepingStart } from '../../entities/archive/document-words.entity.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Line } from '../shared/text.rules.ts';
import { CabinetColourEnum, CustomFieldKindEnum, KeepingEndEnum, KeepingStartEnum } from './archive.enums.ts';

@InputType({ description: 'A word that documents of a cabinet are filed under.' })
export class CreateCorrespondentInput extends KeyedInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;

  @Field(() => String, { description: 'The name, 1 to 120 characters; for a tag 60.' })
  @Line(1, 120)
  name!: string;
}

@InputType({ description: 'A tag to be made.' })
export class CreateTagInput extends CreateCorrespondentInput {
  @Field(() => CabinetColourEnum, { nullable: true, description: 'Its colour. Grey unless given.' })
  @IsOptional()
  colour?: CabinetColour | null;
}

@InputType({ description: 'A type of documents to be made.' })
export class CreateDocumentTypeInput extends CreateCorrespondentInput {
  @Field(() => Int, {
    nullable: true,
    description: 'How many months such a document is kept, 1 to 1,200; null for no time.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1200)
  keepMonths?: number | null;

  @Field(() => KeepingStartEnum, {
    nullable: true,
    description: 'What that counts from. The date of the document unless given.',
  })
  @IsOptional()
  since?: KeepingStart | null;

  @Field(() => KeepingEndEnum, { nullable: true, description: 'What comes after it. REVIEW unless given.' })
  @IsOptional()
  then?: KeepingEnd | null;

  @Field(() => String, { nullable: true, description: 'The law that asks for it, at most 255 characters.' })
  @IsOptional()
  @Line(0, 255)
  ground?: string | null;
}

@InputType({ description: 'Another name for a word.' })
export class UpdateCorrespondentInput {
  @Field(() => ID, { description: 'The word.' })
  @MaxLength(36)
  id!: string;

  @Field(() => String, { nullable: true, description: 'The name, 1 to 120 characters; for a tag 60.' })
  @IsOptional()
  @Line(1, 120)
  name?: string | null;
}

@InputType({ description: 'What changes of a tag; what is absent stays.' })
export class UpdateTagInput extends UpdateCorrespondentInput {
  @Field(() => CabinetColourEnum, { nullable: true, description: 'Its colour.' })
  @IsOptional()
  colour?: CabinetColour | null;
}

@InputType({ description: 'What changes of a type; what is absent stays.' })
export class UpdateDocumentTypeInput extends UpdateCorrespondentInput {
  @Field(() => Int, {
    nullable: true,
    description: 'How many months such a document is kept, 1 to 1,200; null for no time.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1200)
  keepMonths?: number | null;

  @Field(() => KeepingStartEnum, { nullable: true, description: 'What that counts from.' })
  @IsOptional()
  since?: KeepingStart | null;

  @Field(() => KeepingEndEnum, { nullable: true, description: 'What comes after it.' })
  @IsOptional()
  then?: KeepingEnd | null;

  @Field(() => String, {
    nullable: true,
    description: 'The law that asks for it, at most 255 characters; null for none.',
  })
  @IsOptional()
  @Line(0, 255)
  ground?: string | null;
}

@InputType({ description: 'Two words of one cabinet that become one.' })
export class MergeWordsInput {
  @Field(() => ID, { description: 'The word that goes.' })
  @MaxLength(36)
  fromId!: string;

  @Field(() => ID, { description: 'The word that its documents have from now on.' })
  @MaxLength(36)
  intoId!: string;
}

@InputType({ description: 'A field to be made, 30 at most in a cabinet.' })
export class CreateCustomFieldInput extends KeyedInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;

  @Field(() => String, { description: 'Its name, 1 to 60 characters.' })
  @Line(1, 60)
  name!: string;

  @Field(() => CustomFieldKindEnum, { description: 'What it takes.' })
  kind!: CustomFieldKind;

  @Field(() => [String], { nullable: true, description: 'The values of a CHOICE, 1 to 50 of at most 60 characters.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @Line(1, 60, { each: true })
  choices?: string[] | null;
}

@InputType({ description: 'What changes of a field; what is absent stays.' })
export class UpdateCustomFieldInput {
  @Field(() => ID, { description: 'The field.' })
  @MaxLength(36)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its name, 1 to 60 characters.' })
  @IsOptional()
  @Line(1, 60)
  name?: string | null;

  @Field(() => [String], { nullable: true, description: 'The values of a CHOICE, 1 to 50 of at most 60 characters.' })
  @IsOptional()
  @ArrayMaxSize(50)
  @Line(1, 60, { each: true })
  choices?: string[] | null;
}

@InputType({ description: 'Which field.' })
export class DeleteCustomFieldInput {
  @Field(() => ID, { description: 'The field.' })
  @MaxLength(36)
  id!: string;
}
