import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Cursor, DateTime, JsonObject } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { BackupRungEnum, BackupStatusEnum, BackupTriggerEnum, DrillResultEnum } from './backup.enums.ts';

@ObjectType('Backup', { description: 'A copy of everything at one target, sealed and signed.', simpleResolvers: true })
export class BackupType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Where it is, without passwords.' })
  target!: string;

  @Field(() => BackupTriggerEnum, { description: 'Why it was made.' })
  trigger!: string;

  @Field(() => BackupStatusEnum, { description: 'How it is.' })
  status!: string;

  @Field(() => BackupRungEnum, { description: 'How long it is kept.' })
  rung!: string;

  @Field(() => String, { nullable: true, description: 'What an admin called it; null when nobody did.' })
  label!: string | null;

  @Field(() => DateTime, { description: 'When it began: what it holds is of then.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it runs.' })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Its manifest, at the target; null before there is one.' })
  path!: string | null;

  @Field(() => Float, { description: 'All that it needs, in bytes.' })
  sizeBytes!: number;

  @Field(() => Float, { description: 'What was not there before it, in bytes.' })
  addedBytes!: number;

  @Field(() => String, { nullable: true, description: 'SHA-256 of its manifest; null before there is one.' })
  sha256!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Nobody deletes it before; null for no protection.' })
  protectedUntil!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last verified; null when it never was.' })
  verifiedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The code of what went wrong; null when nothing did.' })
  failure!: string | null;

  @Field(() => JsonObject, {
    nullable: true,
    description:
      'Tables, rows, objects and bytes, counts, ids of master keys, and the schema; null before it is complete.',
  })
  summary!: unknown;

  @Field(() => [String], { description: 'What may be done with it now.' })
  availableActions!: readonly string[];
}

export const BackupConnection = connectionOf(BackupType, 'Backup');
export type BackupConnection = InstanceType<typeof BackupConnection>;

@ObjectType('BackupProgress', { description: 'How far a backup is.', simpleResolvers: true })
export class BackupProgressType {
  @Field(() => ID, { description: 'The backup.' })
  backupId!: string;

  @Field(() => BackupStatusEnum, { description: 'How it is.' })
  status!: string;

  @Field(() => Float, { description: 'Rows copied so far.' })
  rows!: number;

  @Field(() => Float, { description: 'Objects looked at so far.' })
  objects!: number;

  @Field(() => Float, { description: 'Bytes that it needs so far.' })
  bytes!: number;

  @Field(() => Float, { description: 'Bytes that were not there before.' })
  addedBytes!: number;

  @Field(() => Cursor, { description: 'Where the stream stands: give it back as `after` when you reconnect.' })
  cursor!: string;
}

@ObjectType('PrunedBackups', { description: 'What a pruning removed, or would remove.', simpleResolvers: true })
export class PrunedBackupsType {
  @Field(() => Int, { description: 'Backups whose time is over.' })
  backups!: number;

  @Field(() => Int, { description: 'Things that no backup needs since now: they are removed by a look a day later.' })
  marked!: number;

  @Field(() => Int, { description: 'Things that no backup needed a day ago, nor now.' })
  removed!: number;

  @Field(() => Float, { description: 'The bytes of these.' })
  bytes!: number;
}

@ObjectType('RestoreDrill', {
  description: 'A restore for practice, into a place that is removed afterwards.',
  simpleResolvers: true,
})
export class RestoreDrillType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Whose newest backup was restored.' })
  target!: string;

  @Field(() => ID, { nullable: true, description: 'The backup; null before it was chosen, or when there was none.' })
  backupId!: string | null;

  @Field(() => DrillResultEnum, { description: 'How it ended.' })
  result!: string;

  @Field(() => Int, { description: 'Rows that were restored.' })
  rowsRead!: number;

  @Field(() => Int, { description: 'Files taken at random that opened.' })
  opened!: number;

  @Field(() => String, { nullable: true, description: 'What was not as it must be; null when all was.' })
  fault!: string | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null before.' })
  finishedAt!: Date | null;
}

export const RestoreDrillConnection = connectionOf(RestoreDrillType, 'RestoreDrill');
export type RestoreDrillConnection = InstanceType<typeof RestoreDrillConnection>;
