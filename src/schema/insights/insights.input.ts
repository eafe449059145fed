import { IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { ReportFormat } from '../../entities/insights/stats-report.entity.ts';
import type { ThresholdKind } from '../../entities/insights/threshold-limit.entity.ts';
import type { BucketUnit } from '../../services/kernel/calendar-units.ts';
import { LocalDate } from '../scalars/index.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { MoneyInput } from '../shared/money.type.ts';
import { Line } from '../shared/text.rules.ts';
import { BucketUnitEnum } from './bucket.type.ts';
import { ReportFormatEnum, ThresholdKindEnum } from './threshold.type.ts';

@ArgsType()
export class MonthlyStatsArgs {
  @Field(() => Int, { defaultValue: 12, description: 'How many months, the running one included: 1 to 60.' })
  @IsInt()
  @Min(1)
  @Max(60)
  months!: number;
}

@ArgsType()
export class PeriodArgs {
  @Field(() => LocalDate, { description: 'The first day, in the time zone of the business.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day, included.' })
  to!: string;
}

@ArgsType()
export class SeriesArgs extends PeriodArgs {
  @Field(() => BucketUnitEnum, { defaultValue: 'MONTH', description: 'What it is cut into: at most 1,000 points.' })
  bucket!: BucketUnit;
}

@InputType({ description: 'A legal limit of a year’s revenue.' })
export class AddThresholdLimitInput extends KeyedInput {
  @Field(() => ThresholdKindEnum, { description: 'Which limit.' })
  kind!: ThresholdKind;

  @Field(() => MoneyInput, { description: 'Of a whole year.' })
  @ValidateNested()
  amount!: MoneyInput;

  @Field(() => LocalDate, { description: 'The first day on which it holds.' })
  validFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last one; null: until further notice.' })
  @IsOptional()
  validTo?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day of the activity: in its year the limit is prorated. Null: it is not.',
  })
  @IsOptional()
  activityFrom?: string | null;

  @Field(() => String, { description: 'Where the amount was read: a law, a page, and when. At most 500 characters.' })
  @Line(1, 500)
  source!: string;
}

@InputType({ description: 'A limit, and until when it holds.' })
export class EndThresholdLimitInput {
  @Field(() => ID, { description: 'The limit.' })
  @IsUUID()
  id!: string;

  @Field(() => LocalDate, { description: 'The last day on which it holds.' })
  validTo!: string;
}

@InputType({ description: 'A report of figures.' })
export class RequestStatsReportInput extends KeyedInput {
  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day, included; at most five years later.' })
  to!: string;

  @Field(() => ReportFormatEnum, { description: 'How it is written.' })
  format!: ReportFormat;
}

@InputType({ description: 'Whether one wants the monthly report.' })
export class SetMonthlyReportInput {
  @Field(() => Boolean, { description: 'Yes or no.' })
  isWanted!: boolean;
}
