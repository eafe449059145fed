import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { FolderStateEnum, RestrictionLevelEnum } from './archive.enums.ts';

@ObjectType('FolderStep', { description: 'A folder on the way to another.', simpleResolvers: true })
export class FolderStepType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

@ObjectType('FolderRestriction', { description: 'What a member may do at most in a folder.', simpleResolvers: true })
export class FolderRestrictionType {
  @Field(() => ID, { description: 'The member.' })
  userId!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => RestrictionLevelEnum, { description: 'What they may do there at most.' })
  most!: string;
}

@ObjectType('Folder', { description: 'A folder of a cabinet, for whoever may read it.', simpleResolvers: true })
export class FolderType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The cabinet.' })
  cabinetId!: string;

  @Field(() => ID, { nullable: true, description: 'The folder it is in; null at the top of the cabinet.' })
  parentId!: string | null;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => FolderStateEnum, { description: 'Whether it is in the trash.' })
  state!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was put into the trash; null while it is not there.' })
  trashedAt!: Date | null;
}

export const FolderConnection = connectionOf(FolderType, 'Folder');
