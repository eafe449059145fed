import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { reportFormats } from '../../entities/insights/stats-report.entity.ts';
import { thresholdKinds } from '../../entities/insights/threshold-limit.entity.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { MoneyType } from '../shared/money.type.ts';

export const ThresholdKindEnum = enumOf(thresholdKinds);
registerEnumType(ThresholdKindEnum, {
  name: 'ThresholdKind',
  description:
    'A legal limit of a year’s revenue. That of electronic services in the Union (10,000 € without VAT) is there from the beginning; the others an admin enters.',
});
export const ReportFormatEnum = enumOf(reportFormats);
registerEnumType(ReportFormatEnum, { name: 'ReportFormat', description: 'PDF to read, CSV for a spreadsheet.' });

@ObjectType('ThresholdLimit', {
  description: 'A legal limit of a year’s revenue, as an admin entered it.',
  simpleResolvers: true,
})
export class ThresholdLimitType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ThresholdKindEnum, { description: 'Which limit.' })
  kind!: string;

  @Field(() => MoneyType, { description: 'Of a whole year.' })
  amount!: MoneyType;

  @Field(() => LocalDate, { description: 'The first day on which it holds.' })
  validFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last one; null: until further notice.' })
  validTo!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day of the activity: in its year the limit is prorated. Null: it is not.',
  })
  activityFrom!: string | null;

  @Field(() => String, { description: 'Where the amount was read.' })
  source!: string;
}

@ObjectType('ThresholdAlarm', { description: 'A share of a limit that was reached.', simpleResolvers: true })
export class ThresholdAlarmType {
  @Field(() => Int, { description: '80, 90 or 100.' })
  percent!: number;

  @Field(() => DateTime, { description: 'When it was noted.' })
  reachedAt!: Date;
}

@ObjectType('Threshold', { description: 'The running year against a limit.', simpleResolvers: true })
export class ThresholdType {
  @Field(() => ThresholdLimitType, { description: 'The limit as it was entered.' })
  limitRow!: ThresholdLimitType;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => MoneyType, { description: 'The limit of this year, prorated in the year in which the activity began.' })
  limit!: MoneyType;

  @Field(() => MoneyType, {
    description:
      'Received minus returned since 1 January; for UNION_ELECTRONIC invoiced minus credited, without VAT, of plans of persons elsewhere in the Union.',
  })
  revenue!: MoneyType;

  @Field(() => MoneyType, { description: 'What the year would bring at the pace so far.' })
  projection!: MoneyType;

  @Field(() => Float, { description: 'Revenue against the limit: 0.8 is eighty percent.' })
  share!: number;

  @Field(() => [ThresholdAlarmType], { description: 'What was reached, in order.' })
  alarms!: ThresholdAlarmType[];
}

@ObjectType('StatsReport', { description: 'A report of figures, and whether it is ready.', simpleResolvers: true })
export class StatsReportType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ReportFormatEnum, { description: 'How it is written.' })
  format!: string;

  @Field(() => LocalDate, { description: 'Its first day.' })
  fromOn!: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  toOn!: string;

  @Field(() => ID, { nullable: true, description: 'The result, for `requestDownload`; null until it is ready.' })
  fileId!: string | null;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was ready; null before.' })
  finishedAt!: Date | null;
}
