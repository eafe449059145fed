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
