import { IsOptional, IsUUID } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import type { BackupStatus } from '../../entities/backups/backup.entity.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { BackupStatusEnum } from './backup.enums.ts';

@ArgsType()
export class BackupsArgs extends sortedArgs('BackupSort', 'backups') {
  @Field(() => BackupStatusEnum, { nullable: true, description: 'Only backups in this state.' })
  @IsOptional()
  status?: BackupStatus | null;
}

@ArgsType()
export class RestoreDrillsArgs extends sortedArgs('RestoreDrillSort', 'restore drills') {}

@ArgsType()
export class BackupProgressArgs extends LiveArgs {
  @Field(() => ID, { description: 'The backup to watch.' })
  @IsUUID()
  backupId!: string;
}
