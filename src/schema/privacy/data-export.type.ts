import { IsIn } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { exportFormats, exportStatuses, type ExportFormat } from '../../entities/privacy/data-export.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { KeyedInput } from '../shared/keyed.input.ts';

export const ExportFormatEnum = enumOf(exportFormats);
registerEnumType(ExportFormatEnum, {
  name: 'ExportFormat',
  description: 'How a copy of one’s data is written.',
  valuesConfig: {
    JSON: { description: 'One JSON document, table by table.' },
    CSV: { description: 'One CSV file: a line per value.' },
    ZIP: { description: 'The JSON document, a CSV file per table, and all files.' },
  },
});

export const ExportStatusEnum = enumOf(exportStatuses);
registerEnumType(ExportStatusEnum, {
  name: 'ExportStatus',
  description: 'Where a copy stands.',
  valuesConfig: {
    PENDING: { description: 'It waits for its turn.' },
    RUNNING: { description: 'It is being made.' },
    READY: { description: 'It may be fetched, once, until it expires.' },
    FETCHED: { description: 'It was fetched, and is destroyed.' },
    EXPIRED: { description: 'Nobody fetched it in time, and it is destroyed.' },
    FAILED: { description: 'It could not be made: ask again.' },
  },
});

@ObjectType('DataExportRequest', {
  description: 'A copy of somebody’s own data, asked for by themself.',
  simpleResolvers: true,
})
export class DataExportRequestType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ExportFormatEnum, { description: 'How it is written.' })
  format!: ExportFormat;

  @Field(() => ExportStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => Int, { description: 'Percent.' })
  progress!: number;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  requestedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when it may be fetched; null until it is ready.' })
  expiresAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Good once; null unless it is ready. It was mailed too.' })
  downloadUrl!: string | null;
}

@InputType({ description: 'How the copy is to be written.' })
export class RequestDataExportInput extends KeyedInput {
  @Field(() => ExportFormatEnum, { description: 'The format.' })
  @IsIn(exportFormats)
  format!: ExportFormat;
}
