import { ArrayMaxSize, IsBoolean, IsInt, IsOptional, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType, Int } from 'type-graphql';
import type { OnNameTaken } from '../../entities/archive/document.entity.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Line } from '../shared/text.rules.ts';
import { OnNameTakenEnum } from './archive.enums.ts';

@InputType({ description: 'What is to be uploaded, and where it belongs.' })
export class BeginUploadInput extends KeyedInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @IsUUID()
  cabinetId!: string;

  @Field(() => ID, { nullable: true, description: 'The folder; the top of the cabinet unless given.' })
  @IsOptional()
  @IsUUID()
  folderId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Folders below it, by their names, at most 20; missing ones are made.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @Line(1, 255, { each: true })
  folderPath?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The document that gets a new version; a new document unless given.',
  })
  @IsOptional()
  @IsUUID()
  documentId?: string | null;

  @Field(() => Int, { nullable: true, description: 'The number of the version you saw last; with `documentId`.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  expectedVersion?: number | null;

  @Field(() => String, { description: 'What the file is called, 1 to 255 bytes, with its extension.' })
  @Line(1, 255)
  name!: string;

  @Field(() => Float, { description: 'Bytes of the file, an integer.' })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  size!: number;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file, in hexadecimal: anything else is CHECKSUM_MISMATCH and not stored.',
  })
  @IsOptional()
  @MaxLength(64)
  @Matches(/^[0-9a-fA-F]{64}$/)
  sha256?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Will you delete your own copy once you hold the receipt? It is noted in the audit log.',
  })
  @IsOptional()
  @IsBoolean()
  deleteAfterUpload?: boolean | null;

  @Field(() => OnNameTakenEnum, {
    nullable: true,
    description: 'What becomes of a name that is taken; REFUSE unless given.',
  })
  @IsOptional()
  onNameTaken?: OnNameTaken | null;
}

@InputType({ description: 'The upload to give up.' })
export class CancelUploadInput {
  @Field(() => ID, { description: 'The upload.' })
  @IsUUID()
  uploadId!: string;
}

@ArgsType()
export class UploadTargetArgs {
  @Field(() => ID, { description: 'The cabinet.' })
  @IsUUID()
  cabinetId!: string;

  @Field(() => ID, { nullable: true, description: 'The folder; the top of the cabinet unless given.' })
  @IsOptional()
  @IsUUID()
  folderId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Folders below it, by their names, at most 20.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @Line(1, 255, { each: true })
  folderPath?: string[] | null;

  @Field(() => String, { description: 'What the file is called.' })
  @Line(1, 255)
  name!: string;
}
