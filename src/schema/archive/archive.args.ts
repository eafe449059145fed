import { IsOptional, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../scalars/index.ts';
import { searchedArgs, sortedArgs } from '../shared/list.args.ts';

@InputType({ description: 'Which documents; all unless said.' })
export class DocumentFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this type.' })
  @IsOptional()
  @MaxLength(36)
  typeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'From or to this correspondent.' })
  @IsOptional()
  @MaxLength(36)
  correspondentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'With this tag.' })
  @IsOptional()
  @MaxLength(36)
  tagId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Dated this day or later.' })
  @IsOptional()
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Dated this day or before.' })
  @IsOptional()
  to?: string | null;
}

@ArgsType()
export class CabinetsArgs extends searchedArgs('CabinetSort', {
  of: 'cabinets',
  within: 'their names and descriptions',
}) {}

@ArgsType()
export class CabinetMembersArgs extends sortedArgs('CabinetMemberSort', 'the places of a cabinet') {}

@ArgsType()
export class FoldersArgs extends sortedArgs('FolderSort', 'folders') {}

@ArgsType()
export class TrashedFoldersArgs extends FoldersArgs {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;
}

@ArgsType()
export class FolderDocumentsArgs extends searchedArgs('DocumentSort', {
  of: 'documents',
  within: 'their titles and references',
}) {
  @Field(() => DocumentFilterInput, { nullable: true, description: 'Which of them; all unless given.' })
  @IsOptional()
  filter?: DocumentFilterInput | null;
}

@ArgsType()
export class DocumentsArgs extends FolderDocumentsArgs {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Only what is in this folder itself; the whole cabinet unless given.',
  })
  @IsOptional()
  @MaxLength(36)
  folderId?: string | null;
}

@ArgsType()
export class TrashArgs extends sortedArgs('TrashSort', 'the trash of a cabinet') {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;
}

@ArgsType()
export class FavouriteDocumentsArgs extends sortedArgs('FavouriteSort', 'favourite documents') {}

@ArgsType()
export class DocumentVersionsArgs extends sortedArgs('DocumentVersionSort', 'the versions of a document') {}

@ArgsType()
export class CorrespondentsArgs extends searchedArgs('CorrespondentSort', {
  of: 'correspondents',
  within: 'their names',
}) {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;
}

@ArgsType()
export class CompareVersionsArgs {
  @Field(() => ID, { description: 'The document.' })
  @MaxLength(36)
  documentId!: string;

  @Field(() => Int, { description: 'The number of the one.' })
  @Min(1)
  from!: number;

  @Field(() => Int, { description: 'The number of the other.' })
  @Min(1)
  to!: number;
}
