import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { RestrictionLevel } from '../../entities/archive/folder.entity.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { RestrictionLevelEnum } from './archive.enums.ts';

@InputType({ description: 'A folder to be made.' })
export class CreateFolderInput extends KeyedInput {
  @Field(() => ID, { description: 'The cabinet.' })
  @MaxLength(36)
  cabinetId!: string;

  @Field(() => ID, { nullable: true, description: 'The folder it is made in; the top of the cabinet unless given.' })
  @IsOptional()
  @MaxLength(36)
  parentId?: string | null;

  @Field(() => String, { description: 'Its name, 1 to 255 bytes.' })
  @MaxLength(255)
  name!: string;
}

@InputType({ description: 'Which folder.' })
export class FolderIdInput {
  @Field(() => ID, { description: 'The folder.' })
  @MaxLength(36)
  id!: string;
}

@InputType({ description: 'Another name for a folder.' })
export class RenameFolderInput extends FolderIdInput {
  @Field(() => String, { description: 'Its name, 1 to 255 bytes.' })
  @MaxLength(255)
  name!: string;
}

@InputType({ description: 'Where a folder goes in its cabinet.' })
export class MoveFolderInput extends FolderIdInput {
  @Field(() => ID, { nullable: true, description: 'The folder it goes into; the top of the cabinet unless given.' })
  @IsOptional()
  @MaxLength(36)
  parentId?: string | null;
}

@InputType({ description: 'A member and a folder.' })
export class UnrestrictFolderInput {
  @Field(() => ID, { description: 'The folder.' })
  @MaxLength(36)
  folderId!: string;

  @Field(() => ID, { description: 'The member.' })
  @MaxLength(36)
  userId!: string;
}

@InputType({ description: 'What a member may do at most in a folder.' })
export class RestrictFolderInput extends UnrestrictFolderInput {
  @Field(() => RestrictionLevelEnum, { description: 'What they may do there at most.' })
  most!: RestrictionLevel;
}
