import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { AuditOutcome } from '../../entities/audit/audit-entry.entity.ts';
import type { AuditExportFormat } from '../../entities/audit/audit-export.entity.ts';
import type { AuditSeverity } from '../../services/kernel/audit-actions.ts';
import { DateTime } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { AuditOutcomeEnum, AuditSeverityEnum } from './audit-entry.type.ts';
import { AuditExportFormatEnum } from './audit-export.type.ts';
import { Line } from '../shared/text.rules.ts';

@InputType({ description: 'Which entries of the audit log; what is absent does not matter.' })
export class AuditFilterInput {
  @Field(() => ID, { nullable: true, description: 'Done by this person.' })
  @IsOptional()
  @IsUUID()
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'This action only: FILE_DELETED …' })
  @IsOptional()
  @Line(0, 60)
  action?: string | null;

  @Field(() => String, { nullable: true, description: 'Done to this kind of thing: user, command, file …' })
  @IsOptional()
  @Line(0, 40)
  targetType?: string | null;

  @Field(() => String, { nullable: true, description: 'Done to this very thing.' })
  @IsOptional()
  @Line(0, 64)
  targetId?: string | null;

  @Field(() => AuditSeverityEnum, { nullable: true, description: 'Of this severity.' })
  @IsOptional()
  severity?: AuditSeverity | null;

  @Field(() => AuditOutcomeEnum, { nullable: true, description: 'Done, or refused and failed.' })
  @IsOptional()
  outcome?: AuditOutcome | null;

  @Field(() => DateTime, { nullable: true, description: 'At this instant or later.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this instant.' })
  @IsOptional()
  to?: Date | null;
}

@ArgsType()
export class AuditEntriesArgs extends sortedArgs('AuditEntrySort', 'entries of the audit log') {
  @Field(() => AuditFilterInput, { nullable: true, description: 'Which entries; all of them unless given.' })
  @IsOptional()
  @ValidateNested()
  filter?: AuditFilterInput | null;
}

@ArgsType()
export class AuditStatsArgs {
  @Field(() => DateTime, { nullable: true, description: 'From this instant on; from the first entry unless given.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this instant; up to now unless given.' })
  @IsOptional()
  to?: Date | null;
}

@InputType({ description: 'What to extract from the audit log, and how.' })
export class ExportAuditInput extends KeyedInput {
  @Field(() => AuditExportFormatEnum, { description: 'How it is written.' })
  format!: AuditExportFormat;

  @Field(() => AuditFilterInput, { nullable: true, description: 'Which entries; all of them unless given.' })
  @IsOptional()
  @ValidateNested()
  filter?: AuditFilterInput | null;
}

@InputType({ description: 'Up to when to seal the audit log.' })
export class SealAuditSegmentInput {
  @Field(() => DateTime, { description: 'The segment ends at the last checkpoint before this instant.' })
  before!: Date;
}

@InputType({ description: 'The sealed segment whose entries go.' })
export class PurgeAuditInput {
  @Field(() => ID, { description: 'The segment.' })
  @MaxLength(36)
  segmentId!: string;
}
