import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { restoreOutcomes } from '../../entities/backups/restore-item.entity.ts';
import { restoreKinds, restoreStatuses } from '../../entities/backups/restore-run.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';

export const RestoreKindEnum = enumOf(restoreKinds);
registerEnumType(RestoreKindEnum, {
  name: 'RestoreKind',
  description: 'What was restored.',
  valuesConfig: {
    DISASTER: { description: 'Everything, into an empty place, by an operator.' },
    DOCUMENTS: { description: 'Some documents, as new versions.' },
  },
});

export const RestoreStatusEnum = enumOf(restoreStatuses);
registerEnumType(RestoreStatusEnum, {
  name: 'RestoreStatus',
  description: 'How a restore is.',
  valuesConfig: {
    RUNNING: { description: 'It is being done.' },
    COMPLETE: { description: 'Every document has its outcome.' },
    CANCELLED: { description: 'It was ended; what was restored stays.' },
    FAILED: { description: 'It could not go on.' },
  },
});

export const RestoreOutcomeEnum = enumOf(restoreOutcomes);
registerEnumType(RestoreOutcomeEnum, {
  name: 'RestoreOutcome',
  description: 'What becomes of a document of a restore.',
  valuesConfig: {
    WAITING: { description: 'It is not its turn yet.' },
    RESTORED: { description: 'It has a new version, or is a new document.' },
    IDENTICAL: { description: 'It has these bytes already.' },
    ERASED: { description: 'It was forgotten for good.' },
    LOCKED: { description: 'Somebody edits it.' },
    ARCHIVED: { description: 'Its cabinet is read only, or is being deleted.' },
    DAMAGED: { description: 'Its copy does not open.' },
  },
});

@ObjectType('RestoreRun', { description: 'One restore.', simpleResolvers: true })
export class RestoreRunType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The backup made before it of what was there; null in a restore of everything, and when none could be made.',
  })
  backupBeforeId!: string | null;

  @Field(() => ID, { description: 'The backup.' })
  backupId!: string;

  @Field(() => RestoreKindEnum, { description: 'What is restored.' })
  kind!: string;

  @Field(() => RestoreStatusEnum, { description: 'How it is.' })
  status!: string;

  @Field(() => Int, { description: 'How many documents or files.' })
  total!: number;

  @Field(() => Int, { description: 'Restored so far; of a dry run, what would be.' })
  restored!: number;

  @Field(() => Int, { description: 'Left as they are, for a reason each.' })
  skipped!: number;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null before.' })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Of one that failed, the code why; its job may be retried.' })
  failure!: string | null;
}

@ObjectType('RestoreItem', { description: 'A document of a restore.', simpleResolvers: true })
export class RestoreItemType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The document, as the backup knows it.' })
  documentId!: string;

  @Field(() => RestoreOutcomeEnum, { description: 'What became of it.' })
  outcome!: string;

  @Field(() => ID, { nullable: true, description: 'The version that was made; null where none was.' })
  versionId!: string | null;
}

export const RestoreItemConnection = connectionOf(RestoreItemType, 'RestoreItem');
export type RestoreItemConnection = InstanceType<typeof RestoreItemConnection>;
