import { IsOptional, IsUUID, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { Line } from '../shared/text.rules.ts';

@InputType({ description: 'A backup to make.' })
export class CreateBackupInput {
  @Field(() => Int, { defaultValue: 1, description: 'The number of the target in BACKUP_TARGETS, from 1.' })
  @Min(1)
  @Max(3)
  target!: number;

  @Field(() => String, { nullable: true, description: 'A name: then it is kept until somebody deletes it.' })
  @IsOptional()
  @Line(1, 120)
  label?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Nobody deletes it before: at most 366 days from now. For whoever may delete backups; null for the protection that every backup has.',
  })
  @IsOptional()
  protectedUntil?: Date | null;
}

@InputType({ description: 'A backup to verify.' })
export class VerifyBackupInput {
  @Field(() => ID, { description: 'The backup.' })
  @IsUUID()
  backupId!: string;

  @Field(() => Int, { defaultValue: 5, description: 'How many percent of the files are opened too.' })
  @Min(0)
  @Max(100)
  sample!: number;
}

@InputType({ description: 'A backup to delete.' })
export class DeleteBackupInput {
  @Field(() => ID, { description: 'The backup.' })
  @IsUUID()
  backupId!: string;
}

@InputType({ description: 'A backup that nobody deletes for some time.' })
export class ProtectBackupInput {
  @Field(() => ID, { description: 'The backup.' })
  @IsUUID()
  backupId!: string;

  @Field(() => DateTime, { description: 'Until when: at most 366 days from now, and never before what it has.' })
  until!: Date;
}

@InputType({ description: 'A pruning of all targets.' })
export class PruneBackupsInput {
  @Field(() => Boolean, { defaultValue: true, description: 'Only count what would be removed?' })
  dryRun!: boolean;
}

@InputType({ description: 'A restore for practice.' })
export class RunRestoreDrillInput {
  @Field(() => Int, { defaultValue: 1, description: 'The number of the target in BACKUP_TARGETS, from 1.' })
  @Min(1)
  @Max(3)
  target!: number;
}
