import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { actorKinds, auditOutcomes, auditSeverities } from '../../entities/audit/audit-entry.entity.ts';
import { DateTime, JsonObject } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';

export const AuditSeverityEnum = enumOf(auditSeverities);
registerEnumType(AuditSeverityEnum, {
  name: 'AuditSeverity',
  description: 'How severe an action is; HIGH and CRITICAL entries notify the admins.',
});
export const AuditOutcomeEnum = enumOf(auditOutcomes);
registerEnumType(AuditOutcomeEnum, {
  name: 'AuditOutcome',
  description: 'Whether an action was done, or was refused or failed.',
});
export const AuditActorKindEnum = enumOf(actorKinds);
registerEnumType(AuditActorKindEnum, {
  name: 'AuditActorKind',
  description: 'A person, somebody unknown, or the application itself.',
});

@ObjectType('AuditEntry', {
  description:
    'One action in the audit log. Holds no name, address or text of a person; `line` shows what they called things as long as it may.',
  simpleResolvers: true,
})
export class AuditEntryType {
  @Field(() => ID, { description: 'Its number: 1, 2, 3 … without a gap.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it was done.' })
  at!: Date;

  @Field(() => AuditActorKindEnum, { description: 'Who did it, in general.' })
  actorKind!: string;

  @Field(() => ID, { nullable: true, description: 'Who did it; null when it was no person.' })
  actorId!: string | null;

  @Field(() => String, { description: 'What was done: LOGIN_SUCCESS, FILE_DELETED …' })
  action!: string;

  @Field(() => AuditSeverityEnum, { description: 'How severe it is.' })
  severity!: string;

  @Field(() => AuditOutcomeEnum, { description: 'Whether it was done.' })
  outcome!: string;

  @Field(() => String, {
    description: 'The kind of thing it was done to: user, command, invoice, payment, file, auth, system …',
  })
  targetType!: string;

  @Field(() => String, { nullable: true, description: 'Which one; null when there is none.' })
  targetId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Network it came from (/24 or /48); null for the application itself.',
  })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'Program it came from, in a word or two; null when unknown.' })
  agent!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The request it belongs to, as in the logs; null when none did.',
  })
  requestId!: string | null;

  @Field(() => JsonObject, { description: 'Identifiers, states and amounts.' })
  payload!: unknown;

  @Field(() => Boolean, { description: 'It showed words of a person who has been forgotten since.' })
  isForgotten!: boolean;
}

export const AuditEntryConnection = connectionOf(AuditEntryType, 'AuditEntry');
export type AuditEntryConnection = InstanceType<typeof AuditEntryConnection>;

@ObjectType('AuditSeverityCount', { description: 'How many entries of one severity.', simpleResolvers: true })
export class AuditSeverityCountType {
  @Field(() => AuditSeverityEnum, { description: 'The severity.' })
  severity!: string;

  @Field(() => Int, { description: 'How many.' })
  entries!: number;
}

@ObjectType('AuditActionCount', { description: 'How many entries of one action.', simpleResolvers: true })
export class AuditActionCountType {
  @Field(() => String, { description: 'The action.' })
  action!: string;

  @Field(() => Int, { description: 'How many.' })
  entries!: number;
}

@ObjectType('AuditStats', { description: 'What the audit log holds of a period.', simpleResolvers: true })
export class AuditStatsType {
  @Field(() => Int, { description: 'All entries of the period.' })
  total!: number;

  @Field(() => [AuditSeverityCountType], { description: 'By severity; those without an entry are absent.' })
  bySeverity!: readonly AuditSeverityCountType[];

  @Field(() => [AuditActionCountType], { description: 'By action, the most frequent first.' })
  byAction!: readonly AuditActionCountType[];
}

@ObjectType('AuditSegment', {
  description: 'A run of entries that was exported whole and signed. The entries may go; the file stays.',
  simpleResolvers: true,
})
export class AuditSegmentType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Float, { description: 'Number of its first entry.' })
  firstSeq!: number;

  @Field(() => Float, { description: 'Number of its last entry, where its checkpoint is.' })
  lastSeq!: number;

  @Field(() => ID, { description: 'The export, for `requestDownload`: one entry a line.' })
  fileId!: string;

  @Field(() => String, { description: 'SHA-256 of the export.' })
  sha256!: string;

  @Field(() => String, { description: 'Ed25519 signature of the seal, in base64.' })
  signature!: string;

  @Field(() => DateTime, { description: 'When it was sealed.' })
  sealedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its entries left the database; null while they are there.',
  })
  purgedAt!: Date | null;
}
