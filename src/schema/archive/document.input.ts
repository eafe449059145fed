import { ArrayMaxSize, IsDefined, IsInt, IsOptional, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { OnNameTaken } from '../../entities/archive/document.entity.ts';
import { DateTime, LocalDate, Upload } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Line, Lines } from '../shared/text.rules.ts';
import { OnNameTakenEnum } from './archive.enums.ts';

@InputType({ description: 'A document for a cabinet.' })
export class UploadDocumentInput extends KeyedInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;

  @Field(() => ID, { nullable: true, description: 'The folder; the top of the cabinet unless given.' })
  @IsOptional()
  @MaxLength(36)
  folderId?: string | null;

  @Field(() => Upload, { description: 'The file.' })
  @IsDefined()
  file!: unknown;

  @Field(() => String, { nullable: true, description: 'Its title, 1 to 255 bytes. The name of the file unless given.' })
  @IsOptional()
  @MaxLength(255)
  title?: string | null;

  @Field(() => OnNameTakenEnum, {
    nullable: true,
    description: 'What becomes of a title that is taken. REFUSE unless given.',
  })
  @IsOptional()
  onNameTaken?: OnNameTaken | null;

  @Field(() => String, { nullable: true, description: 'What is said of this version, at most 500 characters.' })
  @IsOptional()
  @Lines(0, 500)
  comment?: string | null;
}

@InputType({ description: 'The next version of a document.' })
export class AddDocumentVersionInput extends KeyedInput {
  @Field(() => ID, { description: 'The document.' })
  @MaxLength(36)
  documentId!: string;

  @Field(() => Upload, { description: 'The file.' })
  @IsDefined()
  file!: unknown;

  @Field(() => Int, { description: 'The number of the version that you saw last.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What is said of this version, at most 500 characters.' })
  @IsOptional()
  @Lines(0, 500)
  comment?: string | null;
}

@InputType({ description: 'Which document.' })
export class DocumentIdInput {
  @Field(() => ID, { description: 'The document.' })
  @MaxLength(36)
  id!: string;
}

@InputType({ description: 'A value for a custom field.' })
export class CustomValueInput {
  @Field(() => ID, { description: 'The field.' })
  @MaxLength(36)
  fieldId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value as text: a date is local, an amount in minor units. Null takes it away.',
  })
  @IsOptional()
  @MaxLength(500)
  value?: string | null;
}

@InputType({ description: 'What changes of a document; what is absent stays, null takes away.' })
export class UpdateDocumentInput extends DocumentIdInput {
  @Field(() => Int, { description: 'The number of the version that you saw last.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Its title, 1 to 255 bytes.' })
  @IsOptional()
  @MaxLength(255)
  title?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The date of the document.' })
  @IsOptional()
  documentDate?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its type.' })
  @IsOptional()
  @MaxLength(36)
  typeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom it is from or to.' })
  @IsOptional()
  @MaxLength(36)
  correspondentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its reference, at most 120 characters.' })
  @IsOptional()
  @Line(0, 120)
  reference?: string | null;

  @Field(() => [ID], { nullable: true, description: 'All its tags, at most 20.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @MaxLength(36, { each: true })
  tagIds?: string[] | null;

  @Field(() => [CustomValueInput], {
    nullable: true,
    description: 'Values of custom fields, at most 30; the others stay.',
  })
  @IsOptional()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  customValues?: CustomValueInput[] | null;

  @Field(() => String, { nullable: true, description: 'A note, sealed at rest, at most 10,000 characters.' })
  @IsOptional()
  @Lines(0, 10_000)
  note?: string | null;
}

@InputType({ description: 'Where a document goes.' })
export class MoveDocumentInput extends DocumentIdInput {
  @Field(() => ID, { nullable: true, description: 'Another cabinet; its own unless given.' })
  @IsOptional()
  @MaxLength(36)
  cabinetId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The folder; the top of the cabinet unless given.' })
  @IsOptional()
  @MaxLength(36)
  folderId?: string | null;

  @Field(() => OnNameTakenEnum, {
    nullable: true,
    description: 'What becomes of a title that is taken. REFUSE unless given.',
  })
  @IsOptional()
  onNameTaken?: OnNameTaken | null;
}

@InputType({ description: 'Which older version comes back.' })
export class RestoreDocumentVersionInput {
  @Field(() => ID, { description: 'The document.' })
  @MaxLength(36)
  documentId!: string;

  @Field(() => Int, { description: 'The number of the version.' })
  @IsInt()
  @Min(1)
  number!: number;

  @Field(() => Int, { description: 'The number of the version that you saw last.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;
}

@InputType({ description: 'Which version.' })
export class DocumentVersionInput {
  @Field(() => ID, { description: 'The document.' })
  @MaxLength(36)
  documentId!: string;

  @Field(() => Int, { description: 'The number of the version.' })
  @IsInt()
  @Min(1)
  number!: number;
}

@InputType({ description: 'What is said of a version; what is absent stays, null takes away.' })
export class LabelDocumentVersionInput extends DocumentVersionInput {
  @Field(() => String, { nullable: true, description: 'Its label, unique in the document, at most 60 characters.' })
  @IsOptional()
  @Line(0, 60)
  label?: string | null;

  @Field(() => String, { nullable: true, description: 'What is said of it, at most 500 characters.' })
  @IsOptional()
  @Lines(0, 500)
  comment?: string | null;
}

@InputType({ description: 'How long you alone change a document.' })
export class LockDocumentInput extends DocumentIdInput {
  @Field(() => String, { nullable: true, description: 'Why, at most 255 characters.' })
  @IsOptional()
  @Line(0, 255)
  reason?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when, within 7 days. 8 hours unless given.' })
  @IsOptional()
  until?: Date | null;
}
