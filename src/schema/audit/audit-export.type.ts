import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { auditExportFormats } from '../../entities/audit/audit-export.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';

export const AuditExportFormatEnum = enumOf(auditExportFormats);
registerEnumType(AuditExportFormatEnum, {
  name: 'AuditExportFormat',
  description:
    'CSV opens in a spreadsheet, as text and numbers only; JSON is for programs. PROOFS is for whoever must not take the application’s word: entries as the chain holds them, without personal values, each with its path to a signed Merkle root (RFC 9162), for `audit:verify-proofs`.',
});

@ObjectType('AuditExport', { description: 'An extract of the audit log, and how far it is.', simpleResolvers: true })
export class AuditExportType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => AuditExportFormatEnum, { description: 'How it is written.' })
  format!: string;

  @Field(() => Int, { description: 'How many entries it will have.' })
  totalEntries!: number;

  @Field(() => Int, { description: 'How many are written.' })
  writtenEntries!: number;

  @Field(() => ID, { nullable: true, description: 'The result, for `requestDownload`; null until it is ready.' })
  fileId!: string | null;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was ready; null before.' })
  finishedAt!: Date | null;
}
