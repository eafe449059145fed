import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { BulkDocumentAction, OnNameTaken } from '../../entities/archive/document.entity.ts';
import { BulkDocumentActionEnum, OnNameTakenEnum } from './archive.enums.ts';

@InputType({ description: 'One thing to be done to many documents.' })
export class BulkDocumentsInput {
  @Field(() => [ID], { description: 'The documents, 1 to 500, each once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @MaxLength(36, { each: true })
  ids!: string[];

  @Field(() => BulkDocumentActionEnum, { description: 'What is done.' })
  action!: BulkDocumentAction;

  @Field(() => ID, { nullable: true, description: 'Of MOVE and COPY: another cabinet.' })
  @IsOptional()
  @MaxLength(36)
  cabinetId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of MOVE and COPY: the folder; the top unless given.' })
  @IsOptional()
  @MaxLength(36)
  folderId?: string | null;

  @Field(() => OnNameTakenEnum, { nullable: true, description: 'Of MOVE and COPY. REFUSE unless given.' })
  @IsOptional()
  onNameTaken?: OnNameTaken | null;

  @Field(() => ID, { nullable: true, description: 'Of TAG and UNTAG: the tag.' })
  @IsOptional()
  @MaxLength(36)
  tagId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of SET_TYPE: the type; none unless given.' })
  @IsOptional()
  @MaxLength(36)
  typeId?: string | null;
}

@InputType({ description: 'What is packed: a cabinet, a folder of it, or some documents of it.' })
export class RequestArchiveZipInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;

  @Field(() => ID, { nullable: true, description: 'Only this folder, with all that is in it.' })
  @IsOptional()
  @MaxLength(36)
  folderId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only these documents, 1 to 100.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @MaxLength(36, { each: true })
  documentIds?: string[] | null;
}
