import { IsUUID, MaxLength } from 'class-validator';
import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { documentRunOutcomes, documentRunStatuses } from '../../entities/archive/document-run.entity.ts';
import type { DocumentRunOutcome, DocumentRunStatus } from '../../entities/archive/document-run.entity.ts';
import type { BulkDocumentAction } from '../../entities/archive/document.entity.ts';
import { Cursor, DateTime } from '../scalars/index.ts';
import { Free } from '../directives/cost.ts';
import { enumOf } from '../shared/enum-of.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { BulkDocumentActionEnum } from './archive.enums.ts';
import { DocumentObjectType, DocumentVersionType } from './document.type.ts';

export const DocumentRunStatusEnum = enumOf(documentRunStatuses);
registerEnumType(DocumentRunStatusEnum, {
  name: 'DocumentRunStatus',
  description: 'RUNNING: documents wait. DONE: something became of each. CANCELLED: it ended between two of them.',
});

export const DocumentRunOutcomeEnum = enumOf(documentRunOutcomes);
registerEnumType(DocumentRunOutcomeEnum, { name: 'DocumentRunOutcome', description: 'What became of a document.' });

export const DocumentRunActionEnum = enumOf(['cancel'] as const);
registerEnumType(DocumentRunActionEnum, { name: 'DocumentRunVerb', description: 'What can be done with a run.' });

@Free()
@ObjectType('BulkDocumentResult', { description: 'What became of one document of many.', simpleResolvers: true })
export class BulkDocumentResultType {
  @Field(() => ID, { description: 'The document.' })
  id!: string;

  @Field(() => DocumentRunOutcomeEnum, { description: 'Whether it waits, is done or was refused.' })
  outcome!: DocumentRunOutcome;

  @Field(() => String, { nullable: true, description: 'The code of what was refused; null otherwise.' })
  code!: string | null;

  @Field(() => ID, { nullable: true, description: 'The document that a copy made; null otherwise.' })
  madeDocumentId!: string | null;

  @Field(() => [String], {
    description: 'The names of its types, correspondents, tags and fields that the other cabinet has not.',
  })
  leftBehind!: readonly string[];
}

@ObjectType('DocumentRun', {
  description: 'One thing that is done to one or many documents, a document at a time.',
})
export class DocumentRunType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => BulkDocumentActionEnum, { description: 'What is done.' })
  action!: BulkDocumentAction;

  @Field(() => DocumentRunStatusEnum, { description: 'How far it is.' })
  status!: DocumentRunStatus;

  @Field(() => Int, { description: 'How many documents.' })
  total!: number;

  @Field(() => Int, { description: 'How many of them are done.' })
  done!: number;

  @Field(() => Int, { description: 'How many of them were refused.' })
  refused!: number;

  @Field(() => Float, {
    description: 'Plain bytes of the document that is sealed anew for another place; 0 while none is. An integer.',
  })
  contentBytes!: number;

  @Field(() => Float, { description: 'How many of these bytes are sealed, an integer.' })
  sealedBytes!: number;

  @Field(() => DateTime, { description: 'When it began.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null before.' })
  endedAt!: Date | null;
}

@ObjectType('MovedDocument', { description: 'A document that was moved, or is on its way.', simpleResolvers: true })
export class MovedDocumentType {
  @Field(() => DocumentObjectType, { description: 'The document, where it is now.' })
  document!: DocumentObjectType;

  @Field(() => [String], {
    description: 'The names of its types, correspondents, tags and fields that the other cabinet has not.',
  })
  leftBehind!: readonly string[];

  @Field(() => DocumentRunType, {
    nullable: true,
    description: 'The job that moves it, where more than 20 MiB are sealed anew; null when it is there already.',
  })
  run!: DocumentRunType | null;
}

@ObjectType('CopiedDocument', { description: 'A copy of a document, or what makes it.', simpleResolvers: true })
export class CopiedDocumentType {
  @Field(() => DocumentObjectType, { nullable: true, description: 'The copy; null while a job makes it.' })
  document!: DocumentObjectType | null;

  @Field(() => DocumentVersionType, { nullable: true, description: 'Its current version; null while a job makes it.' })
  version!: DocumentVersionType | null;

  @Field(() => Boolean, {
    description: 'Whether the document that had its name has these bytes already: then there is no new version.',
  })
  isUnchanged!: boolean;

  @Field(() => [String], {
    description: 'The names of its types, correspondents, tags and fields that the other cabinet has not.',
  })
  leftBehind!: readonly string[];

  @Field(() => DocumentRunType, {
    nullable: true,
    description:
      'The job that makes it, where more than 20 MiB are sealed anew: its result names the copy; null when it is there already.',
  })
  run!: DocumentRunType | null;
}

@InputType({ description: 'Which run ends.' })
export class CancelDocumentRunInput {
  @Field(() => ID, { description: 'The run.' })
  @MaxLength(36)
  runId!: string;
}

@ArgsType()
export class DocumentRunProgressArgs extends LiveArgs {
  @Field(() => ID, { description: 'The run to follow.' })
  @IsUUID()
  runId!: string;
}

@ObjectType('DocumentRunProgress', { description: 'A run that is further.', simpleResolvers: true })
export class DocumentRunProgressType {
  @Field(() => DocumentRunType, { description: 'The run as it is now.' })
  run!: DocumentRunType;

  @Field(() => Cursor, { description: 'Where the stream stands: give it back as `after` when you reconnect.' })
  cursor!: string;
}
