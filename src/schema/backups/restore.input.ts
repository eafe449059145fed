import { ArrayMaxSize, IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

const most = 500;

@InputType({ description: 'Documents to restore: those of the cabinets, those in the folders and below, and these.' })
export class RestoreBackupInput {
  @Field(() => ID, { description: 'The backup.' })
  @IsUUID()
  backupId!: string;

  @Field(() => [ID], { defaultValue: [], description: `Cabinets, at most ${most}.` })
  @ArrayMaxSize(most)
  @IsUUID(undefined, { each: true })
  cabinetIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: `Folders, at most ${most}.` })
  @ArrayMaxSize(most)
  @IsUUID(undefined, { each: true })
  folderIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: `Documents, at most ${most}.` })
  @ArrayMaxSize(most)
  @IsUUID(undefined, { each: true })
  documentIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'The folder for documents that are no more; where they were unless given.',
  })
  @IsOptional()
  @IsUUID()
  into?: string | null;

  @Field(() => Boolean, { defaultValue: true, description: 'Only say what would become of each?' })
  dryRun!: boolean;
}

@InputType({ description: 'A restore to end.' })
export class CancelRestoreInput {
  @Field(() => ID, { description: 'The restore.' })
  @IsUUID()
  runId!: string;
}
